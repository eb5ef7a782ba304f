// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/SelectionService.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "RegionObjects.h"

#include <QAbstractListModel>
#include <QUrl>
#include <QVariantList>

namespace twin {

/// The city objects of the region, or those selected, as a table: sorted, filtered, written as CSV. Sorting and
/// filtering are done on a worker; the former rows stay until then. GUI thread.
class ObjectTableModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY shownChanged)
    /// objects before filtering
    Q_PROPERTY(int total READ total NOTIFY shownChanged)
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY shownChanged)
    /// titles of the columns, translated, with unit
    Q_PROPERTY(QStringList titles READ titles NOTIFY openChanged)
    Q_PROPERTY(int sortColumn READ sortColumn NOTIFY shownChanged)
    Q_PROPERTY(bool descending READ isDescending NOTIFY shownChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// only the selected objects are listed
    Q_PROPERTY(bool selectedOnly READ isSelectedOnly WRITE setSelectedOnly NOTIFY shownChanged)

public:
    enum Role { CellsRole = Qt::UserRole + 1, SelectedRole, IdRole };
    static constexpr int columns = 9;
    static constexpr int heightColumn = 4;
    static constexpr int mostSelected = 5000; ///< that can be selected at once: the inspector reads them all

    /// @param objects, selection  outlive this model
    ObjectTableModel(RegionObjects& objects, services::SelectionService& selection, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int total() const;
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] bool isDescending() const { return m_descending; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] bool isSelectedOnly() const { return m_selectedOnly; }
    void setSelectedOnly(bool only);
    void retranslate();

    /// Sorts by a column; again: the other way round.
    Q_INVOKABLE void sortBy(int column);
    Q_INVOKABLE void select(int row, bool add);
    Q_INVOKABLE void selectShown();
    /// Writes the shown rows as CSV (RFC 4180, UTF-8; in German with semicolons and decimal commas, as spreadsheets
    /// expect them).
    Q_INVOKABLE void saveCsv(const QUrl& file);
    /// @returns the shown rows as CSV.
    [[nodiscard]] QByteArray csv() const;

Q_SIGNALS:
    void shownChanged();
    void openChanged();
    void filterChanged();
    void saved(const QString& file);
    void failed(const twin::Error& error);

private:
    void arrange();
    [[nodiscard]] const package::TableRow& rowAt(int row) const { return (*m_rows)[m_shown[std::size_t(row)]]; }

    RegionObjects& m_objects;
    services::SelectionService& m_selection;
    RegionObjects::Rows m_rows;
    std::vector<std::uint32_t> m_shown; ///< index into the rows
    bool m_open = false;
    bool m_busy = false;
    bool m_selectedOnly = false;
    bool m_descending = true;
    int m_sortColumn = heightColumn; ///< the highest first: ids tell nothing
    QString m_filter;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
