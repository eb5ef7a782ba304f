// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over files instead of fuzzing: replay FILE-OR-FOLDER… Each input is also run cut short and with
// some bits turned, always the same ones, so that the target sees damage even without a fuzzer. What a fuzzer found
// (found-…) is damage already and run as it is.
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const QByteArray& bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size()));
}

void runWithDamage(const QByteArray& bytes)
{
    run(bytes);
    for (int part = 1; part < 8; ++part)
        run(bytes.left(bytes.size() * part / 8));
    for (int step = 1; step <= 8 && !bytes.isEmpty(); ++step) {
        QByteArray turned = bytes;
        for (qsizetype at = step * 7; at < turned.size(); at += 97 * step)
            turned[at] = char(turned[at] ^ (1 << (step - 1)));
        run(turned);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QStringList files;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        if (!QFileInfo(path).isDir())
            files << path;
        else
            for (QDirIterator it(path, QDir::Files); it.hasNext();)
                files << it.next();
    }
    files.sort();
    for (const QString& path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
            return 2;
        }
        if (QFileInfo(path).fileName().startsWith(QLatin1String("found-")))
            run(file.readAll());
        else
            runWithDamage(file.readAll());
    }
    std::printf("%d inputs\n", int(files.size()));
    return files.isEmpty() ? 2 : 0;
}
