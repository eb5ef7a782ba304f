// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameLabels.h"

#include <cmath>
#include <map>
#include <set>

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>

namespace twin::viewport {
namespace {

constexpr double mastWidth = 1.5; // logical pixels; its halo is one wider on both sides

/// A word and the line to its place.
class WordNode : public QSGOpacityNode {
public:
    WordNode(QQuickWindow& window, const QImage& image, const std::pair<QColor, QColor>& mast, bool hasMast)
        : m_word(window.createImageNode())
    {
        if (hasMast) {
            m_halo = window.createRectangleNode();
            m_halo->setColor(mast.second);
            m_mast = window.createRectangleNode();
            m_mast->setColor(mast.first);
            appendChildNode(m_halo);
            appendChildNode(m_mast);
        }
        m_word->setTexture(window.createTextureFromImage(image, QQuickWindow::TextureCanUseAtlas));
        m_word->setOwnsTexture(true);
        m_word->setFiltering(QSGTexture::Linear);
        m_turn.setFlag(QSGNode::OwnedByParent, false);
        m_turn.appendChildNode(m_word);
        appendChildNode(&m_turn);
    }
    void place(const NameLabel& label, double opacity, double grid)
    {
        setOpacity(opacity);
        const QSizeF size = label.size;
        const double left = -size.width() / 2;
        const double top = -size.height() / 2;
        m_word->setRect(left, top, size.width(), size.height());
        QMatrix4x4 turn;
        QPointF middle = label.middle;
        if (grid > 0 && label.angle == 0) // whole pixels keep letters sharp
            middle = {std::round((middle.x() + left) / grid) * grid - left,
                      std::round((middle.y() + top) / grid) * grid - top};
        turn.translate(static_cast<float>(middle.x()), static_cast<float>(middle.y()));
        turn.rotate(static_cast<float>(label.angle), 0, 0, 1);
        m_turn.setMatrix(turn);
        if (m_mast == nullptr)
            return;
        const double from = label.middle.y() + size.height() / 2 - 1;
        const QRectF mast(label.foot.x() - mastWidth / 2, from, mastWidth, std::max(0.0, label.foot.y() - from));
        m_mast->setRect(mast);
        m_halo->setRect(mast.adjusted(-1, 0, 1, 1));
    }

private:
    QSGTransformNode m_turn;
    QSGImageNode* m_word;
    QSGRectangleNode* m_halo = nullptr;
    QSGRectangleNode* m_mast = nullptr;
};

/// All words, by name.
class WordsNode : public QSGNode {
public:
    void update(QQuickWindow& window, const NameMarks& marks, double grid)
    {
        if (marks.edition() != m_edition) {
            clear();
            m_edition = marks.edition();
        }
        std::set<Key> gone;
        for (const auto& [key, node] : m_words)
            gone.insert(key);
        for (const NameMarks::Shown& shown : marks.shown()) {
            const Key key{shown.label.name, shown.label.spot};
            gone.erase(key);
            WordNode*& node = m_words[key];
            if (node == nullptr) {
                const services::PlaceName& name = marks.nameOf(shown.label);
                node = new WordNode(window, marks.paper().image(shown.label.name, name), marks.paper().mastColours(),
                                    shown.label.mast);
                appendChildNode(node);
            }
            node->place(shown.label, shown.opacity, grid);
        }
        for (const Key& key : gone) {
            removeChildNode(m_words[key]);
            delete m_words[key];
            m_words.erase(key);
        }
    }

private:
    using Key = std::pair<std::size_t, std::size_t>;
    void clear()
    {
        for (const auto& [key, node] : m_words) {
            removeChildNode(node);
            delete node;
        }
        m_words.clear();
    }
    std::map<Key, WordNode*> m_words; ///< owned as child nodes
    quint64 m_edition = 0;
};

} // namespace

NameLabels::NameLabels(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void NameLabels::setMarks(NameMarks* marks)
{
    if (marks == m_marks)
        return;
    if (m_marks != nullptr)
        m_marks->disconnect(this);
    m_marks = marks;
    if (m_marks != nullptr)
        connect(m_marks, &NameMarks::changed, this, &QQuickItem::update);
    update();
    Q_EMIT marksChanged();
}

void NameLabels::setMoving(bool moving)
{
    if (moving == m_moving)
        return;
    m_moving = moving;
    update();
    Q_EMIT movingChanged();
}

QSGNode* NameLabels::updatePaintNode(QSGNode* node, UpdatePaintNodeData*)
{
    auto* words = static_cast<WordsNode*>(node);
    if (m_marks == nullptr || window() == nullptr) {
        delete words;
        return nullptr;
    }
    if (words == nullptr)
        words = new WordsNode;
    words->update(*window(), *m_marks, m_moving ? 0 : 1 / window()->effectiveDevicePixelRatio());
    return words;
}

} // namespace twin::viewport
