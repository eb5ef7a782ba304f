// SPDX-License-Identifier: GPL-3.0-or-later
#include "RegionMemory.h"

#include <cmath>

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSettings>

namespace twin {

RegionMemory::RegionMemory(QSettings& store, const QString& title, const ProjectedPosition& origin) : m_store(&store)
{
    const QString name = QStringLiteral("%1 %2 %3")
                             .arg(title)
                             .arg(std::llround(origin.eastingMetres))
                             .arg(std::llround(origin.northingMetres));
    m_region = QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

QString RegionMemory::key(const QString& name) const
{
    return QStringLiteral("regions/") + m_region + QLatin1Char('/') + name;
}

QJsonArray RegionMemory::list(const QString& name) const
{
    if (m_store == nullptr)
        return {};
    return QJsonDocument::fromJson(m_store->value(key(name)).toString().toUtf8()).array();
}

void RegionMemory::keep(const QString& name, const QJsonArray& list)
{
    if (m_store == nullptr)
        return;
    if (list.isEmpty())
        m_store->remove(key(name));
    else
        m_store->setValue(key(name), QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

} // namespace twin
