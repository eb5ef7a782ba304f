// SPDX-License-Identifier: GPL-3.0-or-later
#include "ObjectTableModel.h"

#include "app/viewmodels/ChosenFile.h"
#include "app/viewmodels/Format.h"
#include "model/Csv.h"
#include "RowFilter.h"

#include <algorithm>
#include <array>

#include <QLocale>
#include <QSaveFile>

namespace twin {
namespace {

using package::TableRow;

/// A column: a word or a number of a row.
struct Column {
    const char* title; ///< German source text
    QString TableRow::*word = nullptr;
    std::optional<double> TableRow::*number = nullptr;
    int decimals = 0;
};

const std::array<Column, ObjectTableModel::columns>& allColumns()
{
    static const std::array<Column, ObjectTableModel::columns> list{{
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Kennung"), &TableRow::id},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Name"), &TableRow::name},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Nutzung"), &TableRow::function},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Dachform"), &TableRow::roof},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Höhe (m)"), nullptr, &TableRow::heightMetres, 1},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Geschosse"), nullptr, &TableRow::storeys, 0},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Grundfläche (m²)"), nullptr, &TableRow::squareMetres, 1},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Rauminhalt (m³)"), nullptr, &TableRow::cubicMetres, 0},
        {QT_TRANSLATE_NOOP("twin::ObjectTableModel", "Erfasst"), &TableRow::created},
    }};
    return list;
}

/// What is not known comes last, whichever way the rows run.
bool isBefore(const Column& column, const TableRow& a, const TableRow& b, bool descending)
{
    if (column.word != nullptr) {
        const QString& first = a.*column.word;
        const QString& second = b.*column.word;
        if (first.isEmpty() || second.isEmpty())
            return !first.isEmpty() && second.isEmpty();
        const int order = QString::compare(first, second, Qt::CaseInsensitive);
        return descending ? order > 0 : order < 0;
    }
    const auto& first = a.*column.number;
    const auto& second = b.*column.number;
    if (!first || !second)
        return first && !second;
    return descending ? *first > *second : *first < *second;
}

struct Order {
    int column = 0;
    bool descending = false;
    QString filter;
    std::optional<QSet<FeatureRef>> only;
};

std::vector<std::uint32_t> arranged(const std::vector<TableRow>& rows, const Order& order)
{
    const RowFilter filter(order.filter);
    std::vector<std::uint32_t> shown;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (order.only ? order.only->contains(rows[i].feature()) && filter.takes(rows[i])
                       : !rows[i].isPart() && filter.takes(rows[i]))
            shown.push_back(i);
    const Column& column = allColumns()[std::size_t(order.column)];
    std::stable_sort(shown.begin(), shown.end(), [&](std::uint32_t a, std::uint32_t b) {
        return isBefore(column, rows[a], rows[b], order.descending);
    });
    return shown;
}

} // namespace

ObjectTableModel::ObjectTableModel(RegionObjects& objects, services::SelectionService& selection, QObject* parent)
    : QAbstractListModel(parent), m_objects(objects), m_selection(selection)
{
    connect(&m_objects, &RegionObjects::changed, this, &ObjectTableModel::arrange);
    connect(&m_selection, &services::SelectionService::selectionChanged, this, [this] {
        if (m_selectedOnly)
            arrange();
        else if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1), {SelectedRole});
    });
}

QVariant ObjectTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableRow& row = rowAt(index.row());
    switch (role) {
    case CellsRole: {
        QStringList cells;
        for (const Column& column : allColumns()) {
            if (column.word != nullptr)
                cells += row.*column.word;
            else
                cells += row.*column.number ? format::number(*(row.*column.number), column.decimals) : QString();
        }
        return cells;
    }
    case SelectedRole:
        return m_selection.selected().contains(row.feature());
    case Qt::DisplayRole:
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> ObjectTableModel::roleNames() const
{
    return {{CellsRole, "cells"}, {SelectedRole, "selected"}, {IdRole, "objectId"}};
}

QStringList ObjectTableModel::titles() const
{
    QStringList list;
    for (const Column& column : allColumns())
        list += tr(column.title);
    return list;
}

int ObjectTableModel::total() const
{
    return m_rows ? static_cast<int>(std::count_if(m_rows->begin(), m_rows->end(),
                                                   [](const TableRow& row) { return !row.isPart(); }))
                  : 0;
}

void ObjectTableModel::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    Q_EMIT openChanged();
    if (open)
        m_objects.want();
    arrange();
}

void ObjectTableModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    arrange();
}

void ObjectTableModel::setSelectedOnly(bool only)
{
    if (only == m_selectedOnly)
        return;
    m_selectedOnly = only;
    arrange();
}

void ObjectTableModel::retranslate()
{
    Q_EMIT openChanged(); // the titles
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {CellsRole});
}

void ObjectTableModel::arrange()
{
    const int request = ++m_request;
    const RegionObjects::Rows rows = m_objects.rows();
    if (!m_open || !rows) {
        beginResetModel();
        m_rows = rows;
        m_shown.clear();
        m_busy = m_open && m_objects.canRead();
        endResetModel();
        Q_EMIT shownChanged();
        return;
    }
    m_busy = true;
    Q_EMIT shownChanged();
    Order order{m_sortColumn, m_descending, m_filter, std::nullopt};
    if (m_selectedOnly)
        order.only = QSet<FeatureRef>(m_selection.selected().begin(), m_selection.selected().end());
    m_runner.clear();
    m_runner.run(
        this, [rows, order] { return arranged(*rows, order); },
        [this, request, rows](std::vector<std::uint32_t> shown) {
            if (request != m_request)
                return;
            beginResetModel();
            m_rows = rows;
            m_shown = std::move(shown);
            m_busy = false;
            endResetModel();
            Q_EMIT shownChanged();
        });
}

void ObjectTableModel::sortBy(int column)
{
    if (column < 0 || column >= columns)
        return;
    m_descending = column == m_sortColumn && !m_descending;
    m_sortColumn = column;
    arrange();
}

void ObjectTableModel::select(int row, bool add)
{
    if (row < 0 || row >= count())
        return;
    add ? m_selection.toggle(rowAt(row).feature()) : m_selection.select(rowAt(row).feature());
}

void ObjectTableModel::selectShown()
{
    QList<FeatureRef> features;
    for (int row = 0; row < std::min(count(), mostSelected); ++row)
        features += rowAt(row).feature();
    m_selection.selectAll(features);
}

QByteArray ObjectTableModel::csv() const
{
    const QLocale locale;
    const bool comma = locale.decimalPoint() == QLatin1String(",");
    const QChar separator = QLatin1Char(comma ? ';' : ',');
    QByteArray text("\xEF\xBB\xBF"); // or spreadsheets take it for Latin-1
    QByteArrayList fields;
    for (const QString& title : titles())
        fields += csvField(title, separator).toUtf8();
    const QByteArray between(1, comma ? ';' : ',');
    text += fields.join(between) + "\r\n";
    for (int i = 0; i < count(); ++i) {
        const TableRow& row = rowAt(i);
        fields.clear();
        for (const Column& column : allColumns()) {
            if (column.word != nullptr) {
                fields += csvField(row.*column.word, separator).toUtf8();
                continue;
            }
            const auto& number = row.*column.number;
            QByteArray written = number ? QByteArray::number(*number, 'f', column.decimals + 1) : QByteArray();
            fields += comma ? written.replace('.', ',') : written;
        }
        text += fields.join(between) + "\r\n";
    }
    return text;
}

void ObjectTableModel::saveCsv(const QUrl& url)
{
    const QString path = chosenFile(url);
    m_runner.run(
        this,
        [path, text = csv()] {
            QSaveFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        },
        [this, path](bool good) {
            if (good)
                Q_EMIT saved(path);
            else
                Q_EMIT failed({ErrorCode::AccessDenied,
                               tr("Die Tabelle lässt sich nicht schreiben."),
                               {},
                               tr("Wählen Sie einen Ordner, in den Sie schreiben dürfen."),
                               {path, -1, {}}});
        });
}

} // namespace twin
