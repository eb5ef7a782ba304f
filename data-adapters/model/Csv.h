// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace twin {

/// Splits one CSV record (RFC 4180 quotes, no line breaks inside fields).
[[nodiscard]] inline QStringList csvFields(QStringView line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            fields.last().append(line[++i]);
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.last().append(c);
    }
    return fields;
}

/// @returns the text as one field of a CSV record, in quotes where it needs them (RFC 4180 §2).
[[nodiscard]] inline QString csvField(QString text, QChar separator = u',')
{
    for (const QChar special : {separator, QChar(u'"'), QChar(u'\n'), QChar(u'\r')})
        if (text.contains(special))
            return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
    return text;
}

} // namespace twin
