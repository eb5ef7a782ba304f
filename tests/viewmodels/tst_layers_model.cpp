// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/LayerThemes.h"
#include "app/viewmodels/LayerModel.h"
#include "app/viewmodels/session/UndoModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace twin;
using namespace twin::services;

namespace {

class NoTiles final : public TileSource {
public:
    explicit NoTiles(QString layer) : m_layer(std::move(layer)) {}
    QString layer() const override { return m_layer; }
    const TileTree& tree() const override { return m_tree; }
    const SceneFrame& frame() const override { return m_frame; }
    Result<std::shared_ptr<const TileContent>> load(std::int32_t, const CancellationToken&) const override
    {
        return failure(ErrorCode::NotFound, {});
    }

private:
    QString m_layer;
    TileTree m_tree;
    SceneFrame m_frame;
};

OpenedLayer layer(const QString& id, LayerKind kind, std::initializer_list<int> lods)
{
    OpenedLayer opened;
    opened.info.id = id;
    opened.info.title = id.toUpper();
    opened.info.kind = kind;
    for (const int lod : lods)
        opened.levels.push_back({static_cast<Lod>(lod), std::make_shared<NoTiles>(id)});
    return opened;
}

std::shared_ptr<OpenedRegion> region()
{
    auto opened = std::make_shared<OpenedRegion>();
    opened->layers = {layer(QStringLiteral("terrain"), LayerKind::Terrain, {0}),
                      layer(QStringLiteral("buildings"), LayerKind::CityModel, {22, 10}),
                      layer(QStringLiteral("photo"), LayerKind::Imagery, {})};
    opened->layers[1].info.extent.include(LocalPosition{1, 2, 3});
    opened->layers[1].info.licence = QStringLiteral("dl-de/zero-2-0");
    opened->layers[1].info.validFrom = QDate(2025, 3, 14);
    return opened;
}

class NoPicture final : public DrapeSource {
public:
    QString layer() const override { return {}; }
    GroundRectangle extent() const override { return {}; }
    Result<Image> paint(const GroundRectangle&, int, int, const CancellationToken&) const override { return Image(); }
};

/// As region(), with an older photo above the newer one and a base map.
std::shared_ptr<OpenedRegion> regionOfTimes()
{
    auto opened = region();
    opened->layers.push_back(layer(QStringLiteral("old"), LayerKind::Imagery, {}));
    opened->layers.push_back(layer(QStringLiteral("newer"), LayerKind::Imagery, {}));
    opened->layers.push_back(layer(QStringLiteral("streets"), LayerKind::Vector, {}));
    for (std::size_t i = 2; i < opened->layers.size(); ++i)
        opened->layers[i].drape = std::make_shared<NoPicture>();
    opened->layers[3].info.validFrom = QDate(1998, 5, 1);
    opened->layers[3].info.validTo = QDate(1998, 5, 1);
    return opened;
}

} // namespace

class LayersModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void sourcesFollowTheChoices()
    {
        const auto opened = region();
        QCOMPARE(chosenSources(opened->layers, {}).size(), std::size_t(2));
        QCOMPARE(chosenSources(opened->layers, {})[1], opened->layers[1].levels[0].source);
        const std::vector<LayerChoice> coarse{{QStringLiteral("buildings"), true, 1, 1}};
        QCOMPARE(chosenSources(opened->layers, coarse)[1], opened->layers[1].levels[1].source);
        const std::vector<LayerChoice> wrong{{QStringLiteral("buildings"), true, 1, 7}};
        QCOMPARE(chosenSources(opened->layers, wrong)[1], opened->layers[1].levels[0].source);
    }

    void aLayerIsComparedWithWhatShowsWithoutIt()
    {
        const auto opened = regionOfTimes();
        UndoModel undo;
        LayerModel model;
        model.setUndo(&undo);
        model.setRegion(opened);
        model.setDay(QDate(2026, 3, 14));
        const int old = model.rowOf(QStringLiteral("old"));
        const int streets = model.rowOf(QStringLiteral("streets"));
        const auto isSwiped = [&](int row) { return model.index(row).data(LayerModel::SwipedRole).toBool(); };
        QVERIFY(model.index(old).data(LayerModel::SwipeableRole).toBool());
        QVERIFY(!model.index(streets).data(LayerModel::SwipeableRole).toBool());
        QVERIFY(!model.holdsNow(opened->layers[3]));
        model.setShown(old, false);
        model.setSwiped(old, true);
        QVERIFY(isSwiped(old) && model.index(old).data(LayerModel::ShownRole).toBool());
        QVERIFY(model.holdsNow(opened->layers[3])); // whatever the clock says
        QCOMPARE(model.swipedTitle(), QStringLiteral("OLD"));
        model.setSwiped(model.rowOf(QStringLiteral("newer")), true); // one at a time
        QVERIFY(!isSwiped(old));
        undo.undo();
        QVERIFY(isSwiped(old));
        undo.undo();
        QVERIFY(!isSwiped(old) && !model.index(old).data(LayerModel::ShownRole).toBool());
        undo.redo();
        QVERIFY(isSwiped(old));
        model.setShown(old, false);
        QVERIFY(model.swipedTitle().isEmpty());
        model.setSwiped(streets, true);
        QVERIFY(model.swipedTitle().isEmpty());
        // What a session or command line says may be anything.
        model.setChoices({{QStringLiteral("streets"), true, 1, 0, false, true}});
        QVERIFY(model.swipedTitle().isEmpty());
        QVERIFY(!parseChoices(opened->layers, {}, {}, QStringLiteral("streets")));
        const auto parsed = parseChoices(opened->layers, {}, {}, QStringLiteral("old"));
        QVERIFY(parsed && choiceOf(QStringLiteral("old"), *parsed).swiped);
    }

    void picturesLieBelowTheMapsOfTheirThemeOnly()
    {
        auto opened = regionOfTimes();
        opened->layers[3].theme = opened->layers[4].theme = QStringLiteral("own"); // "old", "newer"
        opened->layers.push_back(layer(QStringLiteral("mine"), LayerKind::Vector, {}));
        opened->layers.back().theme = QStringLiteral("own");
        LayerModel model;
        model.setRegion(opened);
        QStringList ids;
        for (const OpenedLayer* each : model.drawingOrder())
            ids += each->info.id;
        QCOMPARE(ids.join(QLatin1Char(' ')), QStringLiteral("photo terrain buildings streets old newer mine"));
    }

    void comparedPhotosShowInEveryStyle()
    {
        const auto opened = regionOfTimes();
        const std::vector<LayerChoice> compared{{QStringLiteral("old"), true, 1, 0, false, true}};
        const auto onMap = choicesFor(PictureStyle::Map, opened->layers, compared);
        QVERIFY(choiceOf(QStringLiteral("old"), onMap).visible);
        QVERIFY(!choiceOf(QStringLiteral("newer"), onMap).visible);
    }

    void readsChoicesOfACommandLine()
    {
        const auto opened = region();
        const auto choices =
            parseChoices(opened->layers, {QStringLiteral("terrain")}, {QStringLiteral("buildings=10")});
        QVERIFY(choices);
        QVERIFY(!choiceOf(QStringLiteral("terrain"), *choices).visible);
        QCOMPARE(choiceOf(QStringLiteral("buildings"), *choices).level, 1);
        QVERIFY(choiceOf(QStringLiteral("photo"), *choices).visible);
        const auto unknown = parseChoices(opened->layers, {QStringLiteral("trees")}, {});
        QVERIFY(!unknown && unknown.error().remedy.contains(QStringLiteral("buildings")));
        const auto level = parseChoices(opened->layers, {}, {QStringLiteral("buildings=30")});
        QVERIFY(!level && level.error().remedy.contains(QStringLiteral("22")));
        QVERIFY(!parseChoices(opened->layers, {}, {QStringLiteral("photo")}));
    }

    void rowsAreTopmostFirst()
    {
        LayerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRegion(region());
        QCOMPARE(model.count(), 3);
        const auto text = [&model](int row, int role) { return model.data(model.index(row), role).toString(); };
        QCOMPARE(text(0, LayerModel::TitleRole), QStringLiteral("PHOTO"));
        QCOMPARE(text(1, LayerModel::SourceRole), QStringLiteral("dl-de/zero-2-0"));
        QVERIFY(text(1, LayerModel::AgeRole).contains(QStringLiteral("14.03.")));
        QCOMPARE(model.data(model.index(1), LayerModel::LevelsRole).toStringList(),
                 QStringList({QStringLiteral("LoD2.2"), QStringLiteral("LoD1")}));
        model.setRegion(nullptr);
        QCOMPARE(model.count(), 0);
    }

    void choicesAreToldOnce()
    {
        LayerModel model;
        model.setRegion(region());
        QSignalSpy changed(&model, &LayerModel::choicesChanged);
        model.setShown(1, false);
        model.setShown(1, false);
        model.setOpacity(1, 7);
        model.setOpacity(1, 0.5);
        model.setLevel(1, 1);
        model.setLevel(1, 2);
        model.setLevel(0, 0);
        model.setShown(9, false);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(choiceOf(QStringLiteral("buildings"), model.choices()),
                 (LayerChoice{QStringLiteral("buildings"), false, 0.5, 1}));
    }

    void themesOrderAndRowsMoveWithin()
    {
        auto opened = region();
        for (const char* id : {"trams", "streets", "mine"}) {
            opened->layers.push_back(layer(QString::fromLatin1(id), LayerKind::Vector, {}));
            opened->layers.back().theme = QStringLiteral("mobility");
        }
        opened->layers.back().theme = ownTheme;
        UndoModel undo;
        LayerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setUndo(&undo);
        model.setRegion(opened);
        const auto order = [&model] {
            QStringList ids;
            for (int row = 0; row < model.count(); ++row)
                ids += model.index(row).data(LayerModel::IdRole).toString();
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(order(), QStringLiteral("mine streets trams photo buildings terrain"));
        QVERIFY(model.index(1).data(LayerModel::FirstOfThemeRole).toBool());
        QVERIFY(!model.index(2).data(LayerModel::FirstOfThemeRole).toBool());
        model.move(1, 2);
        QCOMPARE(order(), QStringLiteral("mine trams streets photo buildings terrain"));
        QVERIFY(model.index(1).data(LayerModel::FirstOfThemeRole).toBool());
        model.move(1, 5); // not beyond its theme
        QCOMPARE(order(), QStringLiteral("mine streets trams photo buildings terrain"));
        undo.undo();
        QCOMPARE(order(), QStringLiteral("mine trams streets photo buildings terrain"));
        // Pictures lie below all else of their theme on the ground.
        QCOMPARE(model.drawingOrder().front()->info.id, QStringLiteral("photo"));
        QCOMPARE(model.drawingOrder().back()->info.id, QStringLiteral("mine"));

        model.setShown(2, false);
        undo.undo();
        QVERIFY(model.index(2).data(LayerModel::ShownRole).toBool());
        undo.redo();
        auto fewer = std::make_shared<OpenedRegion>(*opened);
        fewer->layers.pop_back();
        model.refresh(fewer);
        QCOMPARE(order(), QStringLiteral("trams streets photo buildings terrain"));
        QVERIFY(!model.index(1).data(LayerModel::ShownRole).toBool()); // as it was chosen
        model.setFolded(QStringLiteral("mobility"), true);
        QVERIFY(model.index(0).data(LayerModel::FoldedRole).toBool() &&
                !model.index(2).data(LayerModel::FoldedRole).toBool());
        QCOMPARE(model.themes().size(), 14);
    }

    void fliesOnlyToWhatHasAPlace()
    {
        LayerModel model;
        model.setRegion(region());
        QSignalSpy zoom(&model, &LayerModel::zoomRequested);
        model.zoomTo(0);
        QCOMPARE(zoom.count(), 0);
        model.zoomTo(1);
        QCOMPARE(zoom.count(), 1);
    }
};

QTEST_GUILESS_MAIN(LayersModelTest)
#include "tst_layers_model.moc"
