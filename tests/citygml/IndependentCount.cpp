// SPDX-License-Identifier: GPL-3.0-or-later
#include "IndependentCount.h"

#include <QFile>
#include <QSet>
#include <QStringList>
#include <QXmlStreamReader>

namespace {

const QSet<QString>& objectNames()
{
    static const QSet<QString> names{QStringLiteral("Building"), QStringLiteral("BuildingPart"),
                                     QStringLiteral("BuildingInstallation")};
    return names;
}

bool isPlainProperty(const QStringList& stack)
{
    static const QSet<QString> others{QStringLiteral("creationDate"), QStringLiteral("terminationDate"),
                                      QStringLiteral("name")};
    return stack.size() >= 2 && objectNames().contains(stack[stack.size() - 2]) && !others.contains(stack.last());
}

void countRing(const QString& text, IndependentCount& count)
{
    const QStringList numbers = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    ++count.rings;
    count.points += numbers.size() / 3 - 1;
    for (qsizetype i = 0; i + 3 < numbers.size(); i += 3) { // without the closing point
        count.sumEast += numbers[i].toDouble();
        count.sumNorth += numbers[i + 1].toDouble();
        count.sumHeight += numbers[i + 2].toDouble();
    }
}

QString surfaceAround(const QStringList& stack)
{
    for (qsizetype i = stack.size() - 1; i >= 0; --i) {
        if (stack[i].endsWith(QLatin1String("Surface")) && i > 0 && stack[i - 1] == QLatin1String("boundedBy"))
            return stack[i];
        if (objectNames().contains(stack[i]))
            break;
    }
    return QStringLiteral("Surface");
}

} // namespace

IndependentCount countIndependently(const QString& path)
{
    IndependentCount count;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return count;
    QXmlStreamReader xml(&file);
    QStringList stack;
    QString text;
    QString ring;
    bool leaf = false;
    std::set<QString> ids;
    std::set<QString> targets;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const QString name = xml.name().toString();
            stack.append(name);
            text.clear();
            leaf = true;
            const QString id =
                xml.attributes().value(QLatin1String("http://www.opengis.net/gml"), QLatin1String("id")).toString();
            if (objectNames().contains(name)) {
                ++count.elements[name];
                count.lines[id] = xml.lineNumber();
            }
            if (name == QLatin1String("Polygon")) {
                ++count.surfaces[surfaceAround(stack)];
                ids.insert(id);
            }
            if (name == QLatin1String("surfaceMember"))
                targets.insert(xml.attributes()
                                   .value(QLatin1String("http://www.w3.org/1999/xlink"), QLatin1String("href"))
                                   .toString());
            if (name == QLatin1String("LinearRing"))
                ring.clear();
            count.addresses += name == QLatin1String("Address");
            count.externalReferences += name == QLatin1String("externalReference");
        } else if (token == QXmlStreamReader::Characters) {
            text += xml.text();
        } else if (token == QXmlStreamReader::EndElement) {
            const bool inRing = stack.contains(QLatin1String("LinearRing"));
            if ((stack.last() == QLatin1String("posList") || stack.last() == QLatin1String("pos")) && inRing)
                ring += QLatin1Char(' ') + text;
            if (stack.last() == QLatin1String("LinearRing"))
                countRing(ring, count);
            const bool genericValue = stack.size() > 1 && stack.last() == QLatin1String("value") &&
                                      stack[stack.size() - 2].endsWith(QLatin1String("Attribute"));
            if (leaf && !text.trimmed().isEmpty() && (genericValue || isPlainProperty(stack)))
                ++count.attributes;
            leaf = false;
            text.clear();
            stack.removeLast();
        }
    }
    targets.erase(QString());
    for (const QString& target : targets)
        count.dangling += ids.count(target.mid(1)) == 0;
    count.wellFormed = !xml.hasError();
    return count;
}
