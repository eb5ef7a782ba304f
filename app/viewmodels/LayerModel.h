// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/OpenRegion.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>

namespace twin {

class UndoModel;

/// The layers of the open region under their themes and what was chosen for each. The topmost comes first; pictures
/// lie below whatever else of their theme is drawn on the ground. GUI thread.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// all themes: {id, title, feeds, count}, also those without a layer
    Q_PROPERTY(QVariantList themes READ themes NOTIFY countChanged)
    /// there is a picture of the ground: the photo style has something to show
    Q_PROPERTY(bool hasPhoto READ hasPhoto NOTIFY countChanged)
    /// title of the layer that shows left of the divider only; empty: nothing is compared
    Q_PROPERTY(QString swipedTitle READ swipedTitle NOTIFY choicesChanged)
    /// where the divider stands: share of the picture's width from the left
    Q_PROPERTY(double divider READ divider WRITE setDivider NOTIFY dividerChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        KindRole,    ///< e.g. "Stadtmodell"
        SummaryRole, ///< e.g. "3.984 Objekte"
        ShownRole,
        OpacityRole, ///< 0…1
        SourceRole,  ///< who made it and under which licence
        AgeRole,     ///< e.g. "Stand 14.03.2025"
        LevelsRole,  ///< names of the levels of detail; fewer than two: nothing to choose
        LevelRole,
        ProblemRole,      ///< why it cannot be shown; empty: it can
        IdRole,           ///< LayerInfo::id
        ThemeRole,        ///< idOf(LayerTheme)
        ThemeTitleRole,   ///< e.g. "Intelligente Mobilität"
        FirstOfThemeRole, ///< the row stands under a new heading
        FoldedRole,       ///< its theme is folded: the row is not shown
        RemovableRole,    ///< it was added to the region and can be taken out again
        ObjectsRole,      ///< its objects are known one by one: they can be listed and coloured
        TiledRole,        ///< something of it stands: one can see through everything else
        DatedRole,        ///< why it does not show at the clock's day, e.g. "gilt ab 01.05.1826"; empty: it holds
        AlwaysRole,       ///< it shows all the same
        SwipeableRole,    ///< it can be compared with what shows without it
        SwipedRole,       ///< it is
        LegendRole        ///< list of {text, shape, fill, edge}; shape "area", "line", "point" or "text"
    };
    explicit LayerModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariantList themes() const;
    [[nodiscard]] QString swipedTitle() const;
    [[nodiscard]] double divider() const { return m_divider; }
    void setDivider(double share);
    [[nodiscard]] bool hasPhoto() const { return m_region && services::hasPhoto(m_region->layers); }

    /// @param undo  takes note of what is chosen; null: nobody does. Outlives this model
    void setUndo(UndoModel* undo) { m_undo = undo; }
    /// Shows the layers of another region; choices start anew. May be null.
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    /// The same region with other layers: what was chosen for those that stay holds.
    void refresh(std::shared_ptr<const services::OpenedRegion> region);
    /// @returns what was chosen for each layer, in the order of the rows.
    [[nodiscard]] const std::vector<services::LayerChoice>& choices() const { return m_choices; }
    /// Takes choices and, within a theme, their order; layers that are not named stay as they are.
    void setChoices(const std::vector<services::LayerChoice>& choices);
    /// @returns layers of the region from the bottom up as they are drawn on the ground.
    [[nodiscard]] std::vector<const services::OpenedLayer*> drawingOrder() const;
    /// @returns whether a layer holds on the clock's day, or shows whatever day it is.
    [[nodiscard]] bool holdsNow(const services::OpenedLayer& layer) const;
    /// The clock's day at the place: layers that do not hold on it do not show.
    void setDay(const QDate& day);
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1: there is no such layer

    Q_INVOKABLE void setShown(int row, bool shown);
    /// A dated layer also shows on days on which it does not hold.
    Q_INVOKABLE void setAlways(int row, bool always);
    /// Shows a layer left of the divider only, as the one that is, or no longer so.
    Q_INVOKABLE void setSwiped(int row, bool swiped);
    Q_INVOKABLE void endSwipe();
    Q_INVOKABLE void setOpacity(int row, double opacity);
    Q_INVOKABLE void setLevel(int row, int level);
    Q_INVOKABLE void zoomTo(int row);
    /// Moves a row before another place of its theme; beyond the theme it goes to its end.
    Q_INVOKABLE void move(int from, int to);
    [[nodiscard]] Q_INVOKABLE bool isFolded(const QString& theme) const { return m_folded.contains(theme); }
    Q_INVOKABLE void setFolded(const QString& theme, bool folded);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setTheme(int row, const QString& theme);
    void retranslate();

Q_SIGNALS:
    void countChanged();
    void choicesChanged();
    void foldedChanged();
    void dividerChanged();
    /// other layers hold on the clock's day than before
    void dayChanged();
    /// Please fly there. @param extent  scene frame
    void zoomRequested(const twin::Box& extent);
    void removeRequested(const QString& id, const QString& title);
    void themeRequested(const QString& id, const QString& theme);

private:
    [[nodiscard]] const services::OpenedLayer& layerAt(int row) const;
    [[nodiscard]] QVariantList legendOf(const services::OpenedLayer& layer) const;
    [[nodiscard]] QVariant themeData(int row, int role) const;
    void show(std::shared_ptr<const services::OpenedRegion> region,
              const std::vector<services::LayerChoice>& remembered);
    void choose(int row, const services::LayerChoice& choice, int role, const QString& text);
    void setChoice(const services::LayerChoice& choice, int role);
    void setOrder(const QStringList& ids);
    [[nodiscard]] QStringList order() const;
    [[nodiscard]] int swipedRow() const; ///< -1: none
    void replaceChoices(const std::vector<services::LayerChoice>& choices);

    UndoModel* m_undo = nullptr;
    std::shared_ptr<const services::OpenedRegion> m_region;
    std::vector<std::size_t> m_rows;              ///< index into the region's layers
    std::vector<services::LayerChoice> m_choices; ///< by row
    QSet<QString> m_folded;                       ///< themes
    double m_divider = 0.5;
    QDate m_day = QDate::currentDate();
};

} // namespace twin
