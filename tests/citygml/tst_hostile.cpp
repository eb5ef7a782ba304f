// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile XML: refused or harmless within a second, nothing outside the file opened, no socket, whatever is in it.
#include "CityGmlFixture.h"

#include <atomic>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace twin;
using F = CityGmlFixture;

namespace {

/// A file that nobody may open and a port that nobody may connect to.
class Canary {
public:
    Canary()
    {
        QFile file(m_folder.filePath(QStringLiteral("secret.txt")));
        if (!file.open(QIODevice::WriteOnly) || file.write("CANARY-7731") < 0)
            qFatal("no canary");
        file.close();
#ifdef Q_OS_LINUX
        m_watch = inotify_init1(IN_NONBLOCK);
        inotify_add_watch(m_watch, QFile::encodeName(m_folder.path()).constData(), IN_OPEN | IN_ACCESS);
        m_socket = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        if (bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(m_socket, 8) != 0 ||
            getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            qFatal("no port");
        m_port = ntohs(address.sin_port);
#endif
    }
    ~Canary()
    {
#ifdef Q_OS_LINUX
        close(m_watch);
        close(m_socket);
#endif
    }
    [[nodiscard]] QByteArray fileUrl() const
    {
        return "file://" + m_folder.filePath(QStringLiteral("secret.txt")).toUtf8();
    }
    [[nodiscard]] QByteArray webUrl() const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_port) + "/secret";
    }
    /// @returns true when the file was opened or the port called since the last question.
    [[nodiscard]] bool wasTouched() const
    {
#ifdef Q_OS_LINUX
        char events[4096];
        pollfd waiting{m_socket, POLLIN, 0};
        return read(m_watch, events, sizeof(events)) > 0 || poll(&waiting, 1, 0) > 0;
#else
        return false;
#endif
    }

private:
    QTemporaryDir m_folder;
    int m_watch = -1;
    int m_socket = -1;
    int m_port = 9;
};

/// Re-encodes ASCII text as UTF-16.
QByteArray utf16(const QByteArray& ascii, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? (bigEndian ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
    for (const char c : ascii) {
        if (bigEndian)
            bytes += '\0';
        bytes += c;
        if (!bigEndian)
            bytes += '\0';
    }
    return bytes;
}

QByteArray withDoctype(const QByteArray& doctype, const QByteArray& use = "&x;", const QByteArray& encoding = "UTF-8")
{
    QByteArray xml = F::model(F::building("<gml:name>" + use + "</gml:name>"));
    xml.replace("encoding=\"UTF-8\"?>", "encoding=\"" + encoding + "\"?>\n" + doctype);
    return xml;
}

QByteArray laughs()
{
    QByteArray entities = "<!ENTITY l0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "&l" + QByteArray::number(i - 1) + ";";
        entities += "<!ENTITY l" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    return withDoctype("<!DOCTYPE core:CityModel [" + entities + "]>", "&l9;");
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysInsideTheFile_data();
    void staysInsideTheFile();
    void theCanaryNotices();
    void survivesDamage_data();
    void survivesDamage();
    void truncatedFilesGiveWhatCameBefore();
    void damagedMembersLeaveTheOthers();
    void oversizedMembersAreSkipped();

private:
    CityGmlFixture m_fixture;
    Canary m_canary;
};

void TestHostile::staysInsideTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason"); // of the file's refusal; empty: read without it
    const QByteArray file = m_canary.fileUrl();
    const QByteArray web = m_canary.webUrl();
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason);
    };
    const QByteArray external = "<!DOCTYPE core:CityModel [<!ENTITY x SYSTEM \"" + file + "\">]>";
    const QByteArray externalWeb = "<!DOCTYPE core:CityModel [<!ENTITY x SYSTEM \"" + web + "\">]>";
    const QByteArray parameter = "<!DOCTYPE core:CityModel [<!ENTITY % p SYSTEM \"" + file + "\"> %p;]>";
    const char* doctype = "file.doctype";
    const char* encoding = "file.encoding-unsupported";
    row("internal entity", withDoctype("<!DOCTYPE core:CityModel [<!ENTITY x \"y\">]>"), doctype);
    row("external entity, file", withDoctype(external), doctype);
    row("external entity, web", withDoctype(externalWeb), doctype);
    row("parameter entity, file", withDoctype(parameter), doctype);
    row("parameter entity, web", withDoctype("<!DOCTYPE core:CityModel [<!ENTITY % p SYSTEM \"" + web + "\"> %p;]>"),
        doctype);
    row("external DTD, file", withDoctype("<!DOCTYPE core:CityModel SYSTEM \"" + file + "\">"), doctype);
    row("external DTD, web", withDoctype("<!DOCTYPE core:CityModel SYSTEM \"" + web + "\">"), doctype);
    row("public DTD", withDoctype("<!DOCTYPE core:CityModel PUBLIC \"-//X//Y\" \"" + web + "\">"), doctype);
    row("billion laughs", laughs(), doctype);
    row("quadratic blow-up",
        withDoctype("<!DOCTYPE a [<!ENTITY x \"" + QByteArray(60000, 'a') + "\">]>", QByteArray("&x;").repeated(10000)),
        doctype);
    row("entity of itself", withDoctype("<!DOCTYPE a [<!ENTITY x \"&x;\">]>"), doctype);
    row("unparsed entity",
        withDoctype("<!DOCTYPE a [<!NOTATION n SYSTEM \"" + web + "\"><!ENTITY x SYSTEM \"" + file + "\" NDATA n>]>"),
        doctype);
    row("attribute default", withDoctype("<!DOCTYPE a [<!ATTLIST gml:Polygon xlink:href CDATA \"" + web + "\">]>"),
        doctype);
    row("lower case doctype", withDoctype("<!doctype a [<!ENTITY x \"y\">]>"), doctype);
    row("doctype behind a comment", withDoctype("<!-- <a> -->" + external), doctype);
    row("doctype behind the root", F::model(F::building("")) + external, doctype);
    row("doctype inside", F::model(external + F::building("")), doctype);
    row("doctype without encoding", withDoctype(external).replace(" encoding=\"UTF-8\"", ""), doctype);
    row("entity, UTF-8 mark", "\xEF\xBB\xBF" + withDoctype(external), doctype);
    row("entity, UTF-16 LE", utf16(withDoctype(external, "&x;", "UTF-16"), false, true), doctype);
    row("entity, UTF-16 BE", utf16(withDoctype(external, "&x;", "UTF-16"), true, true), doctype);
    row("entity, UTF-16 LE without mark", utf16(withDoctype(external, "&x;", "UTF-16LE"), false, false), doctype);
    row("entity, UTF-16 BE without mark", utf16(withDoctype(external, "&x;", "UTF-16BE"), true, false), doctype);
    row("parameter entity, UTF-16", utf16(withDoctype(parameter, "x", "UTF-16"), false, true), doctype);
    row("entity, ISO-8859-1", withDoctype(external, "&x;", "ISO-8859-1"), doctype);
    row("entity, windows-1252", withDoctype(external, "&x;", "windows-1252"), doctype);
    row("entity, ISO-8859-2", withDoctype(external, "&x;", "ISO-8859-2"), encoding);
    row("entity, UTF-7", withDoctype(external, "&x;", "UTF-7"), encoding);
    row("UTF-7 in disguise", withDoctype("+ADwAIQ-DOCTYPE a SYSTEM +ACI-" + web + "+ACIAPg-", "x", "utf-7"), encoding);
    row("entity, EBCDIC", withDoctype(external, "&x;", "ebcdic-cp-us"), encoding);
    row("entity, UTF-32 declared", withDoctype(external, "&x;", "UTF-32"), encoding);
    row("UTF-32 mark", QByteArray("\xFF\xFE\0\0", 4) + QByteArray(400, '\0'), encoding);
    row("UTF-16 declared in 8 bit", withDoctype(external, "&x;", "UTF-16"), encoding);
    row("two encodings", withDoctype(external, "&x;", "x\" encoding=\"UTF-8"), encoding);
    row("deep nesting", F::model(F::building(QByteArray("<x>").repeated(100000) + QByteArray("</x>").repeated(100000))),
        "file.too-deep");
    row("deep nesting, never closed", F::model(F::building(QByteArray("<x>").repeated(1000000))), "file.too-deep");
    row("deep nesting outside of members", F::model(QByteArray("<x>").repeated(100000)), "file.too-deep");
    row("10 MB attribute", F::model(F::building("<gml:name a=\"" + QByteArray(10 << 20, 'a') + "\"/>")),
        "file.text-too-long");
    row("10 MB text", F::model(F::building("<gml:name>" + QByteArray(10 << 20, 'a') + "</gml:name>")),
        "file.text-too-long");
    row("10 MB name", F::model(F::building("<" + QByteArray(10 << 20, 'a') + "/>")), "file.text-too-long");
    row("10 MB comment", F::model(F::building("<!--" + QByteArray(10 << 20, 'a') + "-->")), "file.text-too-long");
    row("10 MB section", F::model(F::building("<gml:name><![CDATA[" + QByteArray(10 << 20, 'a') + "]]></gml:name>")),
        "file.text-too-long");
    row("10 MB of nothing", QByteArray(10 << 20, ' '), "file.text-too-long");
    row("zeros", QByteArray(1 << 16, '\0'), "file.not-a-city-model");
    row("empty", QByteArray(), "file.not-a-city-model");
    row("not XML", QByteArray("GIF89a....................."), "file.not-a-city-model");
    row("other XML", QByteArray("<?xml version=\"1.0\"?><html/>"), "file.not-a-city-model");
    row("CityGML 4.0", F::model(F::building(""), "4.0"), "file.unsupported-version");
    row("undeclared entity", F::model(F::building("<gml:name>&x;</gml:name>")), "");
    row("XInclude",
        F::model("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + file + "\" parse=\"text\"/>" +
                 F::building("<gml:name><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + web +
                             "\"/></gml:name>")),
        "");
    row("xlink, web", F::model(F::building(F::multiSurface(F::link(web)))), "");
    row("xlink, file", F::model(F::building(F::multiSurface(F::link(file)))), "");
    row("member link", F::model("<core:cityObjectMember xlink:href=\"" + web + "\"/>" + F::building("")), "");
    row("schema location",
        F::model(F::building(""))
            .replace("xmlns:ade=",
                     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://x " + web +
                         "\" xmlns:ade="),
        "");
    row("style sheet",
        F::model(F::building("")).replace("<core:CityModel", "<?xml-stylesheet href=\"" + web + "\"?><core:CityModel"),
        "");
    QByteArray attributes;
    for (int i = 0; i < 20000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    row("many attributes", F::model(F::building("<gml:name" + attributes + ">x</gml:name>")), "");
    row("many prefixes",
        F::model(F::building(""))
            .replace("xmlns:ade=", attributes.replace(" a", " xmlns:a").replace("\"\"", "\"urn:x\"") + " xmlns:ade="),
        "");
}

void TestHostile::staysInsideTheFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString path = m_fixture.write(bytes);
    static_cast<void>(m_canary.wasTouched());
    QElapsedTimer timer;
    timer.start();
    CollectingSink sink;
    const auto summary = readInto(sink, {path});
    QVERIFY2(timer.elapsed() < 1000,
             qPrintable(QString::number(timer.elapsed()))); // the security goal, not a benchmark
    QVERIFY(!m_canary.wasTouched());
    QCOMPARE(summary.has_value(), reason.isEmpty());
    if (!summary) {
        QVERIFY(!summary.error().summary.isEmpty() && !summary.error().effectiveRemedy().isEmpty());
        QCOMPARE(summary.error().where.source, path);
        // Beside a good file the refused one is an Issue with its reason.
        const QString good = m_fixture.write(F::model(F::building("", "good")), QStringLiteral("good.gml"));
        CollectingSink both;
        const auto pair = readInto(both, {path, good});
        QVERIFY(pair);
        QCOMPARE(pair->issues.size(), std::size_t(1));
        QCOMPARE(pair->issues[0].reason, reason);
        QCOMPARE(pair->issues[0].where.source, path);
        QCOMPARE(both.objects().size(), std::size_t(1));
    } else {
        QVERIFY(sink.objects().size() >= 1);
        for (const CityObject& object : sink.objects())
            QVERIFY(!object.name.contains(QLatin1String("CANARY")));
    }
}

void TestHostile::theCanaryNotices()
{
#ifdef Q_OS_LINUX
    static_cast<void>(m_canary.wasTouched());
    QFile file(QString::fromUtf8(m_canary.fileUrl()).mid(7));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(m_canary.wasTouched());
#endif
}

namespace {

/// A model with everything in it, for damage to find.
QByteArray richModel()
{
    QByteArray members;
    for (int i = 0; i < 6; ++i) {
        const QByteArray n = QByteArray::number(i);
        members += F::building(
            "<core:creationDate>2020-01-01</core:creationDate><gen:stringAttribute "
            "name=\"DatenquelleLage\"><gen:value>1000</gen:value></gen:stringAttribute>"
            "<bldg:function>31001_1010</bldg:function><bldg:lod2Solid><gml:Solid><gml:exterior><gml:CompositeSurface>" +
                F::link("#p" + n) + F::link("#q" + QByteArray::number((i + 1) % 6)) +
                "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod2Solid>" +
                F::boundary("RoofSurface",
                            F::multiSurface(F::surfaceMember(F::polygon("p" + n, i)) +
                                            F::surfaceMember(F::polygon("q" + n, i, 90))),
                            "r" + n) +
                "<bldg:address><core:Address><core:xalAddress><xAL:AddressDetails><xAL:LocalityName>Dortmund &#x2013; "
                "Mitte</xAL:LocalityName></xAL:AddressDetails></core:xalAddress></core:Address></bldg:address>"
                "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"part" +
                n + "\"/></bldg:consistsOfBuildingPart>",
            "b" + n);
    }
    return F::model(members);
}

class Damage {
public:
    explicit Damage(quint32 seed) : m_state(seed * 2654435761u + 1) {}
    quint32 next(quint32 below)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state % below;
    }

private:
    quint32 m_state;
};

} // namespace

void TestHostile::survivesDamage_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 300; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// Cut, flipped, doubled and lost bytes: no crash, no hang, and every problem says where it is.
void TestHostile::survivesDamage()
{
    QFETCH(int, seed);
    QByteArray bytes = richModel();
    Damage damage{quint32(seed)};
    if (seed % 3 == 0) {
        bytes.truncate(damage.next(quint32(bytes.size())));
    } else {
        for (quint32 flips = 1 + damage.next(20); flips > 0; --flips) {
            const auto at = qsizetype(damage.next(quint32(bytes.size())));
            if (seed % 3 == 1)
                bytes[at] = char(bytes[at] ^ (1 << damage.next(8)));
            else if (damage.next(2) == 0)
                bytes.remove(at, damage.next(100));
            else
                bytes.insert(at, bytes.mid(damage.next(quint32(bytes.size())), damage.next(300)));
        }
    }
    citygml::ReadOptions options;
    options.threads = 1 + seed % 2;
    options.limits.chunkBytes = 200 + damage.next(5000);
    const F::Outcome outcome = m_fixture.read(bytes, options);
    QVERIFY(outcome.sink->objects().size() <= 60);
    for (const Issue& issue : outcome.sink->issues())
        QVERIFY2(issue.where.line > 0 && !issue.where.source.isEmpty(), qPrintable(issue.reason));
}

void TestHostile::truncatedFilesGiveWhatCameBefore()
{
    const QByteArray whole = richModel();
    const qsizetype third = whole.indexOf("gml:id=\"b3\"");
    const F::Outcome outcome = m_fixture.read(whole.left(third + 40));
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(3));
    QCOMPARE(outcome.summary->issues.size(), std::size_t(1));
    QCOMPARE(outcome.summary->issues[0].reason, QStringLiteral("file.truncated"));
    QCOMPARE(outcome.summary->issues[0].where.line, whole.left(third + 40).count('\n') + 1);
    QCOMPARE(outcome.summary->issues[0].where.id, QStringLiteral("b3"));
}

void TestHostile::damagedMembersLeaveTheOthers()
{
    QByteArray members = F::building("", "a") + F::building("<gml:name>x</gml:nam>", "b") + F::building("", "c") +
                         "<core:cityObjectMember><bldg:Building gml:id=\"d\"><gml:name>" + F::building("", "e") +
                         F::building("", "f");
    const F::Outcome outcome = m_fixture.read(F::model(members));
    QVERIFY(outcome.summary);
    QStringList ids;
    for (const CityObject& object : outcome.sink->objects())
        ids << object.id;
    ids.sort();
    QCOMPARE(ids, QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("e"), QStringLiteral("f")}));
    QCOMPARE(outcome.sink->count("member.malformed"), 2);
    QCOMPARE(outcome.sink->issues()[0].where.id, QStringLiteral("b"));
}

void TestHostile::oversizedMembersAreSkipped()
{
    citygml::ReadOptions options;
    options.limits.memberBytes = 20000;
    options.limits.chunkBytes = 4000;
    const QByteArray large = F::building(
        QByteArray("<gen:stringAttribute name=\"x\"><gen:value>y</gen:value></gen:stringAttribute>").repeated(1000),
        "large");
    const F::Outcome outcome = m_fixture.read(F::model(F::building("", "a") + large + F::building("", "b")), options);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects().size(), std::size_t(2));
    QCOMPARE(outcome.summary->issues.size(), std::size_t(1));
    QCOMPARE(outcome.summary->issues[0].reason, QStringLiteral("member.too-large"));
    QCOMPARE(outcome.summary->issues[0].where.id, QStringLiteral("large"));
    options.limits.memberBytes = 1 << 20; // a member larger than a chunk is no problem in itself
    QCOMPARE(
        m_fixture.read(F::model(F::building("", "a") + large + F::building("", "b")), options).sink->objects().size(),
        std::size_t(3));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
