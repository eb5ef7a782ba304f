// SPDX-License-Identifier: GPL-3.0-or-later
// The list of sources that a person set up, its secrets, and listening to what is in it.
#include "app/services/live/LiveService.h"
#include "app/services/sources/SourceDesk.h"
#include "observe/FakeSensorThings.h"
#include "package/history/ObservationStore.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

namespace {

const QString canary = QStringLiteral("KANARIENVOGEL-7f3a");

/// A keyring that lasts as long as the test; or none at all.
class FakeKeyring final : public Keyring {
public:
    explicit FakeKeyring(std::map<QString, QString>& kept, bool isThere = true) : m_kept(kept), m_isThere(isThere) {}
    Result<QString> read(const QString& key) override
    {
        if (!m_isThere)
            return failure(ErrorCode::AccessDenied, QStringLiteral("kein Schlüsselbund"));
        const auto known = m_kept.find(key);
        return known == m_kept.end() ? Result<QString>(failure(ErrorCode::NotFound, QString())) : known->second;
    }
    Result<void> write(const QString& key, const QString&, const QString& secret) override
    {
        if (!m_isThere)
            return failure(ErrorCode::AccessDenied, QStringLiteral("kein Schlüsselbund"));
        m_kept[key] = secret;
        return {};
    }
    Result<void> remove(const QString& key) override
    {
        m_kept.erase(key);
        return {};
    }

private:
    std::map<QString, QString>& m_kept;
    bool m_isThere;
};

ConfiguredSource sensorThings(const QUrl& url, const QString& title = QStringLiteral("Umwelt Dortmund"))
{
    ConfiguredSource source;
    source.kind = QStringLiteral("sensorthings");
    source.settings.title = title;
    source.settings.url = url;
    source.settings.options.insert(QStringLiteral("interval"), 1);
    return source;
}

bool holds(const QString& folder, const QByteArray& needle)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            return true;
    }
    return false;
}

} // namespace

class SourcesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString freshFile() { return m_folder.filePath(QStringLiteral("%1/sources.json").arg(++m_files)); }

private Q_SLOTS:
    void theListIsKept()
    {
        const QString file = freshFile();
        QVERIFY(readSources(file)->empty());
        ConfiguredSource source = sensorThings(QUrl(QStringLiteral("https://a.example/v1.1")));
        source.settings.id = QStringLiteral("a");
        source.settings.scope = QStringLiteral("Thing/name eq 'Klima'");
        source.settings.licence = QStringLiteral("dl-de/zero-2-0");
        source.enabled = false;
        QVERIFY(writeSources(file, {source}));
        const auto read = readSources(file);
        QCOMPARE(read->size(), std::size_t(1));
        QCOMPARE(read->front().settings.scope, source.settings.scope);
        QCOMPARE(read->front().settings.options[QStringLiteral("interval")].toInt(), 1);
        QCOMPARE(read->front().settings.licence, source.settings.licence);
        QVERIFY(!read->front().enabled);
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    /// R9: whatever became of the file, the program starts, says so once, and starts well the next time.
    void r9_aDamagedListIsSetAside()
    {
        const QString file = freshFile();
        std::vector<ConfiguredSource> list;
        for (const char* title : {"Dortmund", "Schwerte"}) {
            list.push_back(sensorThings(QUrl(QStringLiteral("https://a.example")), QString::fromUtf8(title)));
            list.back().settings.id = sourceName(list.back().settings.title, list);
        }
        QVERIFY(writeSources(file, list));
        QFile good(file);
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QByteArray text = good.readAll();
        QRandomGenerator random(9);
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            QByteArray broken = text;
            if (i % 3 == 0)
                broken.truncate(random.bounded(int(text.size())));
            else
                broken[random.bounded(int(text.size()))] = char(random.bounded(256));
            QFile::remove(file);
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(broken);
            out.close();
            const auto read = readSources(file);
            if (read) {
                QVERIFY(read->size() <= 2);
                continue;
            }
            ++refused;
            QVERIFY(!read.error().summary.isEmpty());
            QVERIFY(readSources(file)->empty());
        }
        QVERIFY(refused > 100);
    }

    void namesAreForTheCommandLine()
    {
        std::vector<ConfiguredSource> list;
        for (const char* name : {"umwelt-dortmund", "umwelt-dortmund-2", "waermeinseln", "quelle"}) {
            const QString title = list.size() < 2    ? QStringLiteral("Umwelt  Dortmund!")
                                  : list.size() == 2 ? QStringLiteral("Wärmeinseln")
                                                     : QStringLiteral("…");
            ConfiguredSource source = sensorThings(QUrl(QStringLiteral("https://a.example")), title);
            source.settings.id = sourceName(title, list);
            QCOMPARE(source.settings.id, QString::fromUtf8(name));
            list.push_back(source);
        }
        QCOMPARE(findSource(list, QStringLiteral("umwelt-dortmund-2")), &list[1]);
        QCOMPARE(findSource(list, QStringLiteral("wärmeinseln")), &list[2]);
        QVERIFY(!findSource(list, QStringLiteral("Umwelt  Dortmund!"))); // two of them
        QVERIFY(!findSource(list, QStringLiteral("nichts")));
    }

    /// S8: a secret is in the keyring and in nothing that is written.
    void s8_secretsStayOutOfFiles()
    {
        std::map<QString, QString> kept;
        const QString file = freshFile();
        FakeSensorThings fake;
        fake.add(0, 1773500000000, 12.5);
        {
            SourceDesk desk(file, std::make_shared<Secrets>(std::make_unique<FakeKeyring>(kept)));
            ConfiguredSource source = sensorThings(fake.root());
            source.settings.options.insert(QStringLiteral("password"), canary); // in the wrong place
            const auto saved = desk.save(source, {{QStringLiteral("token"), canary}});
            QVERIFY2(saved, saved ? "" : qPrintable(saved.error().toText()));
            QVERIFY(saved->lasts);
            QCOMPARE(kept.size(), std::size_t(1));
            QVERIFY(desk.test(desk.sources().front(), {}, {}, {}).works);
        }
        QVERIFY(!holds(m_folder.path(), canary.toUtf8()));
        const auto secrets = std::make_shared<Secrets>(std::make_unique<FakeKeyring>(kept));
        SourceDesk again(file, secrets);
        const auto list = again.load();
        QCOMPARE(secrets->complete(list->front())->options[QStringLiteral("token")].toString(), canary);
        QVERIFY(!list->front().settings.options.contains(QStringLiteral("password")));
        QVERIFY(again.remove(list->front().settings.id));
        QVERIFY(kept.empty());
        QVERIFY(readSources(file)->empty());
    }

    void withoutKeyringSecretsLastForTheSession()
    {
        std::map<QString, QString> kept;
        const QString file = freshFile();
        FakeSensorThings fake;
        {
            SourceDesk desk(file, std::make_shared<Secrets>(std::make_unique<FakeKeyring>(kept, false)));
            const auto saved = desk.save(sensorThings(fake.root()), {{QStringLiteral("token"), canary}});
            QVERIFY(saved && !saved->lasts);
            QVERIFY(desk.test(desk.sources().front(), {}, {}, {}).works);
        }
        QVERIFY(kept.empty() && !holds(m_folder.path(), canary.toUtf8()));
        SourceDesk again(file, std::make_shared<Secrets>(std::make_unique<FakeKeyring>(kept, false)));
        const auto list = again.load();
        const SourceTestAnswer answer = again.test(list->front(), {}, {}, {});
        QVERIFY(!answer.works && !answer.remedy.isEmpty());
        QVERIFY(again.test(list->front(), {{QStringLiteral("token"), canary}}, {}, {}).works); // typed again
    }

    /// The same against the desktop's own service, in a session of its own.
    void s8_theDesktopsKeyringKeepsThem()
    {
        if (qEnvironmentVariableIsSet("TWIN_IN_KEYRING_SESSION")) {
            const auto keyring = desktopKeyring();
            QCOMPARE(keyring->read(QStringLiteral("a/token")).error().code, ErrorCode::NotFound);
            QVERIFY(keyring->write(QStringLiteral("a/token"), QStringLiteral("A"), canary));
            QCOMPARE(keyring->read(QStringLiteral("a/token")).value(), canary);
            QVERIFY(keyring->remove(QStringLiteral("a/token")));
            QVERIFY(!keyring->read(QStringLiteral("a/token")));
            return;
        }
        for (const char* program : {"dbus-run-session", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP("needs dbus-run-session and gnome-keyring-daemon");
        QProcess session;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TWIN_IN_KEYRING_SESSION"), QStringLiteral("1"));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        session.setProcessEnvironment(environment);
        session.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                       QStringLiteral("printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
                                      "exec \"$0\" s8_theDesktopsKeyringKeepsThem"),
                       QCoreApplication::applicationFilePath()});
        QVERIFY(session.waitForFinished(120'000));
        QVERIFY2(session.exitCode() == 0, session.readAllStandardOutput() + session.readAllStandardError());
        QVERIFY(!holds(m_folder.path(), canary.toUtf8()));
    }

    void twoCitiesAtOnceEachWithItsOwnSecret()
    {
        std::map<QString, QString> kept;
        FakeSensorThings dortmund;
        FakeSensorThings schwerte;
        dortmund.add(0, 1773500000000, 1);
        schwerte.add(0, 1773500000000, 2);
        const auto secrets = std::make_shared<Secrets>(std::make_unique<FakeKeyring>(kept));
        SourceDesk desk(freshFile(), secrets);
        QVERIFY(desk.save(sensorThings(dortmund.root(), QStringLiteral("Dortmund")),
                          {{QStringLiteral("token"), QStringLiteral("do")}}));
        QVERIFY(desk.save(sensorThings(schwerte.root(), QStringLiteral("Schwerte")),
                          {{QStringLiteral("token"), QStringLiteral("sw")}}));
        QCOMPARE(kept[QStringLiteral("dortmund/token")], QStringLiteral("do"));
        QCOMPARE(kept[QStringLiteral("schwerte/token")], QStringLiteral("sw"));
        std::mutex mutex;
        LiveSnapshotPointer latest;
        LiveRequest request;
        request.configured = desk.sources();
        LiveService service(
            request,
            [&](LiveSnapshotPointer snapshot) {
                const std::scoped_lock lock(mutex);
                latest = std::move(snapshot);
            },
            {}, secrets);
        const auto things = [&] {
            const std::scoped_lock lock(mutex);
            return latest ? latest->things.size() : 0;
        };
        const auto received = [&] {
            const std::scoped_lock lock(mutex);
            return latest && latest->sources.size() == 2 && latest->sources[0].health.received > 0 &&
                   latest->sources[1].health.received > 0 && latest->sources[0].health.requests > 3;
        };
        QTRY_VERIFY_WITH_TIMEOUT(things() == 2, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(received(), 30'000); // and counts are told while nothing else happens
    }

    /// R12, R18: without any network the last values are there, with their own times, and the source is called failed.
    void r12_lastValuesAreThereWithoutNetwork()
    {
        const QString file = m_folder.filePath(QStringLiteral("history.sqlite"));
        ConfiguredSource source = sensorThings(QUrl(QStringLiteral("http://127.0.0.1:1/v1.1")));
        source.settings.id = QStringLiteral("fort");
        Datastream stream;
        stream.id = QStringLiteral("fort/x");
        stream.source = QStringLiteral("fort");
        stream.thing = QStringLiteral("x");
        stream.title = QStringLiteral("Lufttemperatur");
        const Instant then = systemNow() - std::chrono::hours(30);
        {
            const auto store = package::ObservationStore::open(file);
            QVERIFY(store);
            QVERIFY((*store)->remember({&stream, 1}));
            const Observation value{stream.id, 3.5, then, then, Quality::Good};
            QVERIFY((*store)->append({&value, 1}));
        }
        std::mutex mutex;
        LiveSnapshotPointer latest;
        LiveRequest request;
        request.configured = {source};
        request.history = file;
        const LiveService service(request,
                                  [&](LiveSnapshotPointer snapshot) {
                                      const std::scoped_lock lock(mutex);
                                      latest = std::move(snapshot);
                                  },
                                  {});
        const auto isShown = [&] {
            const std::scoped_lock lock(mutex);
            return latest && latest->things.size() == 1 && latest->sources.size() == 1 &&
                   latest->sources[0].health.state == SourceState::Failed && !latest->sources[0].health.text.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30'000);
        const auto& reading = latest->things.front()->readings.front();
        QCOMPARE(*reading.last->number(), 3.5);
        QCOMPARE(reading.last->observedAt, Instant(std::chrono::floor<Milliseconds>(then)));
        QCOMPARE(reading.stream.staleness.freshness(reading.last->observedAt, systemNow()), Freshness::Old);
    }

    /// R2, R9: what came while the program was off is there afterwards, and all of it when the store had to begin anew.
    void r2_whatWasMissedIsFetched()
    {
        const QString file = m_folder.filePath(QStringLiteral("gap.sqlite"));
        FakeSensorThings fake;
        const qint64 now = systemNow().time_since_epoch().count();
        for (int i = 0; i < 300; ++i) // the last ten hours, a value each two minutes
            fake.add(0, now - 600'000 - (300 - i) * qint64(120'000), i % 40);
        ConfiguredSource source = sensorThings(fake.root());
        source.settings.id = QStringLiteral("klima");
        const auto listen = [&] {
            LiveRequest request;
            request.configured = {source};
            request.history = file;
            const LiveService service(request, [](const LiveSnapshotPointer&) {}, {});
            const auto reader = package::ObservationStore::open(file);
            QVERIFY(reader);
            const auto count = [&] {
                const auto kept = (*reader)->range(QStringLiteral("klima/Datastreams(0)"),
                                                   {Instant(Milliseconds(0)), systemNow()}, 10'000);
                return kept ? kept->size() : 0;
            };
            QTRY_COMPARE_WITH_TIMEOUT(count(), fake.values(0).size(), 60'000);
        };
        listen();
        for (int i = 0; i < 20; ++i) // meanwhile
            fake.add(0, now + i, 50 + i);
        listen();
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("this is no database");
        damaged.close();
        QCOMPARE((*package::ObservationStore::open(file))->issues().size(), std::size_t(1));
        listen();
    }

    void wrongSettingsAreRefusedWhole()
    {
        SourceDesk desk(freshFile(), std::make_shared<Secrets>(nullptr));
        ConfiguredSource source = sensorThings(QUrl(QStringLiteral("http://stadt.example")));
        QVERIFY(!desk.save(source, {})); // unencrypted
        source.settings.url = QUrl(QStringLiteral("https://stadt.example"));
        source.settings.options.insert(QStringLiteral("interval"), 0);
        QVERIFY(!desk.save(source, {}));
        source.settings.options = {};
        source.kind = QStringLiteral("fernschreiber");
        QVERIFY(!desk.save(source, {}));
        QVERIFY(desk.sources().empty());
        source.kind = QStringLiteral("ngsi");
        QVERIFY(desk.save(source, {}));
        QVERIFY(desk.setEnabled(desk.sources().front().settings.id, false));
        QVERIFY(!desk.sources().front().enabled);
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "tst_sources.moc"
