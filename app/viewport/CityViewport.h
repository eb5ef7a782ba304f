// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "CityThread.h"
#include "FrameGate.h"
#include "live/LiveAreas.h"
#include "live/LiveMarks.h"
#include "MeasureMarks.h"
#include "names/Chrome.h"
#include "names/NameMarks.h"
#include "navigation/ViewHistory.h"
#include "OverlayFrame.h"
#include "OverlayMarks.h"
#include "ViewportInput.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QUrl>

namespace twin::viewport {

class CityFrame;

/// The city in the window, as a Qt Quick item that fills it (design D1). Lives on the GUI thread: holds the camera,
/// asks CityThread for pictures and picks and has CityFrame show the newest, with the overlays seen by the camera it
/// was drawn with. Nothing of Qt Quick may lie below it: the picture is drawn before all other items.
class CityViewport : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(twin::AppModel* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(twin::viewport::OverlayFrame* overlay READ overlay CONSTANT)
    Q_PROPERTY(twin::viewport::OverlayMarks* marks READ marks CONSTANT)
    Q_PROPERTY(twin::viewport::MeasureMarks* measureMarks READ measureMarks CONSTANT)
    Q_PROPERTY(twin::viewport::LiveMarks* liveMarks READ liveMarks CONSTANT)
    Q_PROPERTY(twin::viewport::LiveAreas* liveAreas READ liveAreas CONSTANT)
    Q_PROPERTY(twin::viewport::NameMarks* names READ names CONSTANT)
    Q_PROPERTY(twin::viewport::Chrome* chrome READ chrome CONSTANT)
    /// clockwise from grid north
    Q_PROPERTY(double headingDegrees READ headingDegrees NOTIFY cameraChanged)
    Q_PROPERTY(double pitchDegrees READ pitchDegrees NOTIFY cameraChanged)
    /// the camera is on its way
    Q_PROPERTY(bool moving READ isMoving NOTIFY movingChanged)
    /// somebody is on foot
    Q_PROPERTY(bool walking READ isWalking NOTIFY cameraChanged)
    /// nothing of the region is in the picture
    Q_PROPERTY(bool lost READ isLost NOTIFY cameraChanged)
    /// the keyboard came here and no pointer since: shown by a frame and a cross in the middle
    Q_PROPERTY(bool keyed READ isKeyed NOTIFY keyedChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY historyChanged)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY historyChanged)
    /// at least one picture of the open region has been drawn
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY hasPictureChanged)
    /// a picture has been complete before: time for what can wait until then
    Q_PROPERTY(bool wasComplete READ wasComplete NOTIFY wasCompleteChanged)

public:
    explicit CityViewport(QQuickItem* parent = nullptr);
    ~CityViewport() override;

    /// Who draws the city; without it the background shows. Call before the window is shown first.
    void setFactory(CityPassFactory factory);

    [[nodiscard]] AppModel* app() const { return m_app; }
    void setApp(AppModel* app);
    [[nodiscard]] OverlayFrame* overlay() { return &m_overlay; }
    [[nodiscard]] OverlayMarks* marks() { return &m_marks; }
    [[nodiscard]] MeasureMarks* measureMarks() { return &m_measureMarks; }
    [[nodiscard]] LiveMarks* liveMarks() { return &m_liveMarks; }
    [[nodiscard]] LiveAreas* liveAreas() { return &m_liveAreas; }
    [[nodiscard]] NameMarks* names() { return &m_names; }
    [[nodiscard]] Chrome* chrome() { return &m_chrome; }
    [[nodiscard]] double headingDegrees() const { return m_navigator.camera().headingDegrees; }
    [[nodiscard]] double pitchDegrees() const { return m_navigator.camera().pitchDegrees; }
    [[nodiscard]] bool isMoving() const { return m_quality == render::Quality::Moving; }
    [[nodiscard]] bool isWalking() const { return m_navigator.isWalking(); }
    [[nodiscard]] bool isLost() const { return !m_navigator.seesRegion(); }
    [[nodiscard]] bool isKeyed() const { return m_keyed; }
    [[nodiscard]] bool canGoBack() const { return m_history.canGoBack(); }
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }
    [[nodiscard]] const Navigator& navigator() const { return m_navigator; }
    [[nodiscard]] bool hasPicture() const { return m_hasPicture; }
    [[nodiscard]] bool wasComplete() const { return m_wasComplete; }
    [[nodiscard]] const CameraState& camera() const { return m_navigator.camera(); }
    /// @returns the last picture is final: nothing is loading, moving or waiting to be drawn again.
    [[nodiscard]] bool isSettled() const;
    void setCamera(const CameraState& camera);

    Q_INVOKABLE void zoomIn() { zoomMiddle(2); }
    Q_INVOKABLE void zoomOut() { zoomMiddle(-2); }
    Q_INVOKABLE void flyHome();
    Q_INVOKABLE void flyNorthUp();
    Q_INVOKABLE void flyTopDown();
    /// Turns about the middle of the picture in a flight.
    Q_INVOKABLE void flyTowards(double headingDegrees, double pitchDegrees);
    Q_INVOKABLE void frameSelection();
    /// Writes what the window shows as a PNG with source, camera and time in it. @returns whether it could
    Q_INVOKABLE bool savePicture(const QUrl& file);
    Q_INVOKABLE bool copyPicture() const;
    /// Copies the camera as the command line takes it.
    Q_INVOKABLE void copyView() const;
    /// Takes the middle of the picture as the next point of a measurement, or as a click.
    Q_INVOKABLE void clickMiddle();
    /// @name Among the views one has rested at @{
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    /// @}
    /// Keeps this view with the bookmarks. @returns its row, -1 when there are too many.
    Q_INVOKABLE int keepView();
    /// Turns about the middle of the picture, at once: for handles that follow a pointer.
    Q_INVOKABLE void turnTo(double headingDegrees, double pitchDegrees);
    /// Goes down to the ground in the middle of the picture, or up again.
    Q_INVOKABLE void toggleWalk();
    /// Goes to a place on the ground with this direction and distance. Scene frame.
    void lookAt(double x, double y);
    /// Flies to an object of the inspector's structure; an unknown one changes nothing.
    Q_INVOKABLE void frameObject(const QString& id);

Q_SIGNALS:
    void appChanged();
    void cameraChanged();
    void movingChanged();
    void hasPictureChanged();
    void wasCompleteChanged();
    void historyChanged();
    void keyedChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void hoverEnterEvent(QHoverEvent* event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void touchEvent(QTouchEvent* event) override;
    void touchUngrabEvent() override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setKeyed(bool keyed);
    void flyTo(const Box& box);
    void flyToPlace(const ProjectedPosition& position, const Box& extent);
    void connectNavigation();
    void rested();
    void readWalls(const LocalPosition& centre, std::function<void()> then);
    void keepWallsAround();
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] QString viewText() const;
    class Mailbox;
    enum class PickPurpose { Hover, Select, Add, Fly };
    struct OpenPick {
        PickPurpose purpose;
        QPointF pixel;
    };

    void attach(QQuickWindow* window);
    void detach();
    void synchronise();
    void prepareFrame();
    void placeOverlays();
    void placeNames();
    void letTimePass();
    void cameraMoved();
    void requestCity();
    [[nodiscard]] std::optional<render::FrameRequest> wantedPicture() const;
    void handOver();
    void showRegion();
    void refreshRegion();
    void showLayers();
    void showLook();
    [[nodiscard]] PictureStyle pictureStyle() const;
    void showStyles();
    void showHalo();
    void connectLive();
    bool clickLive(QPointF pixel, const std::optional<LocalPosition>& position);
    void measure(PickPurpose purpose, const std::optional<LocalPosition>& position);
    [[nodiscard]] bool isAiming() const;
    void placePin(const std::optional<LocalPosition>& position);
    void zoomMiddle(double steps);
    void ask(PickPurpose purpose, QPointF pixel);
    void hover();
    void answered(quint64 ticket, const render::PickResult& result);
    void drawn(const render::FrameReport& report, quint64 serial);
    [[nodiscard]] std::optional<LocalPosition> hitAt(QPointF pixel) const;
    [[nodiscard]] QRect targetRect() const;

    AppModel* m_app = nullptr;
    OverlayFrame m_overlay;
    OverlayMarks m_marks;
    MeasureMarks m_measureMarks;
    LiveMarks m_liveMarks;
    LiveAreas m_liveAreas;
    NameMarks m_names;
    Chrome m_chrome{*this};
    Navigator m_navigator;
    ViewportInput m_input;
    Terrain m_terrain;
    ViewHistory m_history;
    bool m_readsWalls = false;
    bool m_keyed = false;

    CityPassFactory m_factory;
    std::unique_ptr<FrameListener> m_mailbox;
    std::shared_ptr<CityThread> m_city;
    std::shared_ptr<CityFrame> m_frame;
    std::shared_ptr<const CityPicture> m_shown; ///< in the window's frames from now on
    QPointer<QQuickWindow> m_window;
    std::vector<QMetaObject::Connection> m_connections;
    CityOrder m_next; ///< handed over next, with the wanted picture
    QTimer m_handOver;
    FrameGate m_gate;

    render::Quality m_quality = render::Quality::Still;
    QTimer m_still;     ///< the camera rests: time for the good picture
    QTimer m_retry;     ///< looks again while tiles are loading, should no tile announce itself
    QTimer m_hoverPace; ///< least time between two hover picks
    QElapsedTimer m_sinceFrame;
    bool m_hasPicture = false;
    bool m_whole = false; ///< the last picture shows all tiles
    bool m_wasComplete = false;
    bool m_complete = false;  ///< the picture of the newest redraw is final
    quint64 m_asked = 0;      ///< pictures asked for so far
    bool m_cityAsked = false; ///< another one is wanted

    QHash<QString, QStringList> m_partsOf; ///< of the selected objects that were shown; they light up with them

    quint64 m_lastTicket = 0;
    QHash<quint64, OpenPick> m_openPicks;
    std::optional<QPointF> m_pointer;
    struct Hit {
        QPointF pixel;
        CameraState camera;
        LocalPosition position;
    };
    std::optional<Hit> m_hit;  ///< answer of the last hover pick
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin::viewport
