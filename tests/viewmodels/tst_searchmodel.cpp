// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/finding/Commands.h"
#include "app/viewmodels/finding/SearchModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace twin;
using services::Place;

namespace {

Place place(const QString& title, const char* kind, int errors = 0)
{
    Place place;
    place.title = title;
    place.kind = QString::fromLatin1(kind);
    place.id = title;
    place.position = {392000, 5708000, 60};
    place.errors = errors;
    return place;
}

QString text(const SearchModel& model, int row, int role)
{
    return model.data(model.index(row), role).toString();
}

} // namespace

class SearchModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void asksAWorkerAndForgetsOldQuestions()
    {
        SearchModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Qt::HANDLE worker = nullptr;
        model.setRegion(
            [&worker](const QString& typed, int) -> Result<std::vector<Place>> {
                worker = QThread::currentThreadId();
                if (typed == QLatin1String("kaputt"))
                    return failure(ErrorCode::MalformedData, QStringLiteral("Suche geht nicht."));
                if (typed == QLatin1String("qqqq"))
                    return std::vector<Place>();
                return std::vector{place(typed, "address"), place(typed + QLatin1Char('2'), "address")};
            },
            {});
        QSignalSpy failed(&model, &SearchModel::failed);
        QSignalSpy chosen(&model, &SearchModel::chosen);
        model.setQuery(QStringLiteral("x"));
        QCOMPARE(model.count(), 0);
        model.setQuery(QStringLiteral("xaupt"));
        model.setQuery(QStringLiteral("xauptstr"));
        QTRY_COMPARE(model.count(), 2);
        QCOMPARE(text(model, 0, SearchModel::TitleRole), QStringLiteral("xauptstr"));
        QVERIFY(worker != nullptr && worker != QThread::currentThreadId());
        model.activate(1);
        QCOMPARE(chosen.takeFirst().at(0).value<Place>().id, QStringLiteral("xauptstr2"));
        model.activate(2);
        model.activate(-1);
        QVERIFY(chosen.isEmpty());
        model.setQuery(QStringLiteral("qqqq"));
        QTRY_VERIFY(model.hasFoundNothing());
        model.setQuery(QStringLiteral("kaputt"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(model.count(), 0);
    }

    void groupsStandTogetherAndStayShort()
    {
        SearchModel model;
        model.setRegion(
            [](const QString&, int) -> Result<std::vector<Place>> {
                std::vector<Place> places{place(QStringLiteral("Hombruch"), "district")};
                for (int i = 0; i < 20; ++i) {
                    places.push_back(place(QStringLiteral("Hombrucher Weg %1").arg(i), "address"));
                    places.push_back(place(QStringLiteral("Halle %1").arg(i), "name"));
                }
                return places;
            },
            {});
        model.setQuery(QStringLiteral("qhom"));
        QTRY_VERIFY(model.count() > 0);
        QStringList groups;
        for (int row = 0; row < model.count(); ++row)
            if (const QString group = text(model, row, SearchModel::GroupRole);
                groups.isEmpty() || groups.back() != group)
                groups += group;
        QCOMPARE(groups, (QStringList{QStringLiteral("Bezirke und Orte"), QStringLiteral("Adressen"),
                                      QStringLiteral("Bauwerke")}));
        QCOMPARE(model.count(), 11); // one district, five of the others each
    }

    void whatWasTypedIsMarkedAndNothingIsMarkup()
    {
        SearchModel model;
        model.setRegion(
            [](const QString&, int) -> Result<std::vector<Place>> {
                return std::vector{place(QStringLiteral("Haus <b>&1, 44135 Dortmund"), "address")};
            },
            {});
        model.setQuery(QStringLiteral("haus dort"));
        QTRY_COMPARE(model.count(), 1);
        QCOMPARE(text(model, 0, SearchModel::MarkedRole),
                 QStringLiteral("<b>Haus</b> &lt;b&gt;&amp;1, 44135 <b>Dort</b>mund"));
    }

    void distanceIsCountedFromTheMiddleOfThePicture()
    {
        SearchModel model;
        model.setRegion(
            [](const QString&, int) -> Result<std::vector<Place>> {
                return std::vector{place(QStringLiteral("xx"), "name"), place(QStringLiteral("xy"), "layer")};
            },
            {});
        model.setQuery(QStringLiteral("xx"));
        QTRY_COMPARE(model.count(), 2);
        QCOMPARE(text(model, 0, SearchModel::DistanceRole), QString());
        model.setViewpoint(ProjectedPosition{392000, 5705600, 0});
        QCOMPARE(text(model, 0, SearchModel::DistanceRole),
                 QStringLiteral("2,4 km").replace(QLatin1Char(' '), QChar(0xA0)));
        QCOMPARE(text(model, 1, SearchModel::DistanceRole), QString());
    }

    void commandsAreFoundByTheirNames()
    {
        SearchModel model;
        model.setRegion({}, {});
        QSignalSpy commands(&model, &SearchModel::commandChosen);
        model.setQuery(QStringLiteral("norden"));
        QTRY_COMPARE(model.count(), 1);
        QCOMPARE(text(model, 0, SearchModel::GroupRole), QStringLiteral("Befehle"));
        QCOMPARE(text(model, 0, SearchModel::DetailRole), QStringLiteral("N"));
        model.activate(0);
        QCOMPARE(commands.takeFirst().at(0).toString(), QStringLiteral("north"));
        QSet<QString> ids;
        for (const Command& command : allCommands()) {
            QVERIFY(!command.title.isEmpty());
            ids.insert(command.id);
        }
        QCOMPARE(std::size_t(ids.size()), allCommands().size());
    }

    void whatIsFarOutsideLeadsNowhere()
    {
        SearchModel model;
        model.setRegion(
            [](const QString&, int) -> Result<std::vector<Place>> {
                Place munich = place(QStringLiteral("48.1 11.5"), "coordinate");
                munich.outside = true;
                return std::vector{munich};
            },
            {});
        QSignalSpy chosen(&model, &SearchModel::chosen);
        model.setQuery(QStringLiteral("48.1 11.5"));
        QTRY_COMPARE(model.count(), 1);
        QCOMPARE(text(model, 0, SearchModel::DetailRole), QStringLiteral("liegt außerhalb der Region"));
        model.activate(0);
        QVERIFY(chosen.isEmpty());
    }

    void whatWasChosenLatelyIsOfferedAgainInItsRegion()
    {
        const QTemporaryDir folder;
        QSettings store(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        const auto search = [](const QString& typed, int) -> Result<std::vector<Place>> {
            Place found = place(typed, "district");
            found.extent.include(LocalPosition{1, 2, 3});
            found.extent.include(LocalPosition{40, 50, 60});
            return std::vector{found};
        };
        const ProjectedPosition origin{392000, 5708000, 60};
        SearchModel model;
        model.setRegion(search, RegionMemory(store, QStringLiteral("Dortmund"), origin));
        for (int i = 0; i < 9; ++i) {
            model.setQuery(QStringLiteral("qqort%1").arg(i % 8));
            QTRY_COMPARE(text(model, 0, SearchModel::TitleRole), model.query());
            model.activate(0);
        }
        model.setQuery({});
        QCOMPARE(model.count(), 6);
        QVERIFY(model.showsRecent());
        QCOMPARE(text(model, 0, SearchModel::TitleRole), QStringLiteral("qqort0")); // chosen again: in front, once
        QCOMPARE(text(model, 1, SearchModel::TitleRole), QStringLiteral("qqort7"));

        SearchModel again;
        again.setRegion(search, RegionMemory(store, QStringLiteral("Dortmund"), origin));
        QCOMPARE(again.count(), 6);
        QSignalSpy chosen(&again, &SearchModel::chosen);
        again.activate(1);
        const Place back = chosen.takeFirst().at(0).value<Place>();
        QCOMPARE(back.title, QStringLiteral("qqort7"));
        QCOMPARE(back.extent.size().y, 48.0);
        QCOMPARE(back.position, (ProjectedPosition{392000, 5708000, 60}));
        QCOMPARE(text(again, 0, SearchModel::TitleRole), QStringLiteral("qqort7"));

        SearchModel elsewhere;
        elsewhere.setRegion(search, RegionMemory(store, QStringLiteral("Schwerte"), origin));
        QCOMPARE(elsewhere.count(), 0);
        again.forget();
        QCOMPARE(again.count(), 0);
        QVERIFY(!store.allKeys().join(QLatin1Char(' ')).contains(QLatin1String("recent")));
    }
};

QTEST_GUILESS_MAIN(SearchModelTest)
#include "tst_searchmodel.moc"
