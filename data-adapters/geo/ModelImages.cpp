// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ModelImages.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QDir>
#include <QFileInfo>

namespace twin::geo {
namespace {

constexpr std::array formats{"png", "jpg", "jpeg", "webp"};
constexpr qsizetype rememberedImages = 1 << 20;

} // namespace

ModelImages::ModelImages(const QString& modelPath) : m_folder(QFileInfo(modelPath).absoluteDir().canonicalPath()) {}

QString ModelImages::find(const QString& reference)
{
    const auto known = m_found.constFind(reference);
    if (known != m_found.cend())
        return *known;
    if (m_found.size() >= rememberedImages)
        m_found.clear();
    return *m_found.insert(reference, look(reference));
}

QString ModelImages::look(const QString& reference)
{
    const auto fault = [&](const char* reason) {
        m_faults.push_back({reason, reference.left(200)});
        return QString();
    };
    QString relative = reference;
    relative.replace(QLatin1Char('\\'), QLatin1Char('/')); // exporters on Windows
    if (relative.isEmpty() || relative.contains(QChar(0)) || relative.contains(QLatin1Char(':')) ||
        QDir::isAbsolutePath(relative))
        return fault("appearance.image-outside");
    const QString inside = m_folder.endsWith(QLatin1Char('/')) ? m_folder : m_folder + QLatin1Char('/');
    const QString path = QDir::cleanPath(inside + relative);
    if (!path.startsWith(inside))
        return fault("appearance.image-outside");
    const QFileInfo info(path);
    const QByteArray suffix = info.suffix().toLower().toLatin1();
    if (std::none_of(formats.begin(), formats.end(), [&](const char* format) { return suffix == format; }))
        return fault("appearance.image-format");
    const QString canonical = info.canonicalFilePath(); // empty: not there; follows links
    if (canonical.isEmpty() || !info.isFile())
        return fault("appearance.image-missing");
    return canonical.startsWith(inside) ? canonical : fault("appearance.image-outside");
}

} // namespace twin::geo
