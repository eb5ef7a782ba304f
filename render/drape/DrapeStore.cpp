// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/drape/DrapeStore.h"

#include "model/Logging.h"

#include <osg/GLExtensions>
#include <osg/Image>

#include <algorithm>
#include <cmath>

namespace twin::render {

namespace {

constexpr int painterThreads = 2;
constexpr std::size_t mostWaiting = 96; ///< painted patches that may pile up
constexpr unsigned poolUnit = 6;
constexpr unsigned tableUnit = 7;
constexpr int ringCells = 64; ///< along each side of a ring; drape.glsl knows it too
constexpr int leastSlots = 128;
/// Patches are seen in part and at less than full scale.
constexpr double slotsAPatchOfPixels = 3.5;
constexpr double slotsWhenAnisotropic = 10;
constexpr float anisotropy = 4;

osg::ref_ptr<osg::Texture2D> makeTable()
{
    osg::ref_ptr<osg::Image> image = new osg::Image;
    image->allocateImage(ringCells, ringCells * drapeLevels, 1, GL_RGBA, GL_FLOAT);
    osg::ref_ptr<osg::Texture2D> table = new osg::Texture2D(image);
    table->setInternalFormat(GL_RGBA32F_ARB);
    table->setFilter(osg::Texture::MIN_FILTER, osg::Texture::NEAREST);
    table->setFilter(osg::Texture::MAG_FILTER, osg::Texture::NEAREST);
    table->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_EDGE);
    table->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
    table->setResizeNonPowerOfTwoHint(false);
    table->setUnRefImageDataAfterApply(false);
    return table;
}

void dropUnseen(std::vector<DrapeLayer>& drapes)
{
    std::erase_if(drapes, [](const DrapeLayer& d) { return !d.source || !d.visible || d.opacity <= 0; });
}

std::int32_t cellOf(double v, double side)
{
    return static_cast<std::int32_t>(std::floor(v / side));
}

} // namespace

DrapeStore::DrapeStore(std::size_t byteBudget, bool anisotropic, DrapePainter::Finished patchReady)
    : m_byteBudget(byteBudget), m_anisotropic(anisotropic), m_painter(painterThreads, paintPatch, std::move(patchReady))
{
}

bool DrapeStore::has(std::vector<DrapeLayer> drapes) const
{
    dropUnseen(drapes);
    return drapes == m_drapes->layers;
}

void DrapeStore::setDrapes(std::vector<DrapeLayer> drapes)
{
    dropUnseen(drapes);
    if (drapes == m_drapes->layers)
        return;
    auto set = std::make_shared<DrapeSet>();
    set->revision = m_drapes->revision + 1;
    m_extents.clear();
    for (const DrapeLayer& drape : drapes)
        m_extents.push_back(drape.source->extent());
    set->layers = std::move(drapes);
    m_drapes = std::move(set);
    m_arrived.clear();
    m_reported.clear();
}

void DrapeStore::ensurePool(osg::State& state, QSize size)
{
    const auto& gl = *state.get<osg::GLExtensions>();
    const double inner = patchPixels - 2 * patchRim;
    const double slotsAPatch = m_anisotropic ? slotsWhenAnisotropic : slotsAPatchOfPixels;
    const double needed = slotsAPatch * size.width() * size.height() / (inner * inner);
    GLint mostLayers = 256;
    glGetIntegerv(GL_MAX_ARRAY_TEXTURE_LAYERS_EXT, &mostLayers);
    const int most = std::max(1, std::min(mostLayers, static_cast<int>(m_byteBudget / patchBytes())));
    int slots = leastSlots;
    while (slots < needed)
        slots *= 2; // few steps: a window that grows does not start anew all the time
    slots = std::min(slots, most);
    if (m_pool && slots <= m_slots)
        return;
    release(state);
    m_slots = slots;
    for (int slot = slots - 1; slot >= 0; --slot)
        m_freeSlots.push_back(slot);
    m_table = makeTable();
    m_pool = new osg::Texture2DArray;
    m_pool->setTextureSize(patchPixels, patchPixels, slots);
    m_pool->setInternalFormat(GL_RGBA8);
    m_pool->setSourceFormat(GL_RGBA);
    m_pool->setSourceType(GL_UNSIGNED_BYTE);
    m_pool->setFilter(osg::Texture::MIN_FILTER, osg::Texture::LINEAR_MIPMAP_LINEAR);
    m_pool->setFilter(osg::Texture::MAG_FILTER, osg::Texture::LINEAR);
    m_pool->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_EDGE);
    m_pool->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
    m_pool->setUseHardwareMipMapGeneration(false);
    m_pool->setNumMipmapLevels(patchMipLevels);
    m_pool->setResizeNonPowerOfTwoHint(false);
    if (m_anisotropic)
        m_pool->setMaxAnisotropy(anisotropy);
    state.setActiveTextureUnit(poolUnit);
    m_pool->apply(state);
    GLint allocated = 0; // OSG makes all levels at once where the context can, else the first alone
    glGetTexLevelParameteriv(GL_TEXTURE_2D_ARRAY_EXT, patchMipLevels - 1, GL_TEXTURE_WIDTH, &allocated);
    for (int level = 0; level < patchMipLevels && allocated == 0; ++level)
        gl.glTexImage3D(GL_TEXTURE_2D_ARRAY_EXT, level, GL_RGBA8, patchPixels >> level, patchPixels >> level, slots, 0,
                        GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D_ARRAY_EXT, GL_TEXTURE_MAX_LEVEL, patchMipLevels - 1);
    state.dirtyAllAttributes(); // bound behind its back
}

void DrapeStore::forgetStale(const std::set<DrapePatch>& wanted)
{
    for (auto it = m_resident.begin(); it != m_resident.end();) {
        if (it->second.revision == m_drapes->revision || wanted.contains(it->first)) {
            ++it;
            continue;
        }
        if (it->second.slot != noSlot)
            m_freeSlots.push_back(it->second.slot);
        it = m_resident.erase(it);
        m_tableStale = true;
    }
}

int DrapeStore::freeSlot(const std::set<DrapePatch>& wanted)
{
    if (m_freeSlots.empty()) {
        auto oldest = m_resident.end();
        for (auto it = m_resident.begin(); it != m_resident.end(); ++it) {
            if (it->second.slot == noSlot || wanted.contains(it->first))
                continue;
            if (oldest == m_resident.end() || it->second.lastUsed < oldest->second.lastUsed)
                oldest = it;
        }
        if (oldest == m_resident.end())
            return noSlot;
        m_freeSlots.push_back(oldest->second.slot);
        m_resident.erase(oldest);
    }
    const int slot = m_freeSlots.back();
    m_freeSlots.pop_back();
    return slot;
}

void DrapeStore::upload(osg::State& state, int slot, const std::vector<std::uint8_t>& pixels) const
{
    const auto& gl = *state.get<osg::GLExtensions>();
    const std::uint8_t* level = pixels.data();
    for (int i = 0; i < patchMipLevels; ++i) {
        const int size = patchPixels >> i;
        gl.glTexSubImage3D(GL_TEXTURE_2D_ARRAY_EXT, i, 0, 0, slot, size, size, 1, GL_RGBA, GL_UNSIGNED_BYTE, level);
        level += static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4;
    }
}

/// Each trouble once.
void DrapeStore::report(std::vector<Error>& errors)
{
    for (Error& error : errors) {
        if (!m_reported.insert(error.toText()).second)
            continue;
        qCWarning(log::render).noquote() << "drape failed:" << error.toText() << error.detail;
        m_failures.push_back(std::move(error));
    }
}

bool DrapeStore::accept(osg::State& state, std::size_t uploadBytes, const std::set<DrapePatch>& wanted)
{
    for (PaintedPatch& painted : m_painter.take()) {
        report(painted.errors);
        m_arrived.push_back(std::move(painted));
    }
    std::erase_if(m_arrived, [&](const PaintedPatch& painted) {
        return painted.wish.drapes != m_drapes || !wanted.contains(painted.wish.patch);
    });
    if (m_arrived.empty())
        return false;
    state.setActiveTextureUnit(poolUnit);
    m_pool->apply(state);
    std::size_t uploaded = 0;
    std::size_t taken = 0;
    for (; taken < m_arrived.size(); ++taken) {
        const PaintedPatch& painted = m_arrived[taken];
        if (uploaded > 0 && uploaded + painted.pixels.size() > uploadBytes)
            break;
        const auto known = m_resident.find(painted.wish.patch);
        int slot = known == m_resident.end() ? noSlot : known->second.slot;
        if (painted.pixels.empty()) {
            if (slot != noSlot)
                m_freeSlots.push_back(slot);
            slot = noSlot;
        } else {
            if (slot == noSlot)
                slot = freeSlot(wanted);
            if (slot == noSlot)
                continue; // cannot be: a selection has no more patches than there are slots
            upload(state, slot, painted.pixels);
            uploaded += painted.pixels.size();
        }
        m_resident.insert_or_assign(painted.wish.patch, Resident{slot, painted.wish.drapes->revision, m_frame});
    }
    m_arrived.erase(m_arrived.begin(), m_arrived.begin() + static_cast<std::ptrdiff_t>(taken));
    state.dirtyAllAttributes();
    m_tableStale = true;
    return true;
}

/// Writes for every cell of every ring the finest patch that is there: coarse ones first, finer ones over them.
void DrapeStore::writeTable(const LocalPosition& eye)
{
    m_anchor = {cellOf(eye.x, sideOf(0)) * sideOf(0), cellOf(eye.y, sideOf(0)) * sideOf(0), 0};
    osg::Image* image = m_table->getImage();
    auto* texels = reinterpret_cast<osg::Vec4f*>(image->data());
    std::fill(texels, texels + ringCells * ringCells * drapeLevels, osg::Vec4f(0, 0, 0, -1));
    for (auto it = m_resident.rbegin(); it != m_resident.rend(); ++it) { // ordered by level: coarse first
        const auto& [patch, resident] = *it;
        if (resident.slot == noSlot)
            continue;
        const GroundRectangle ground = groundOf(patch);
        const osg::Vec4f entry(static_cast<float>(ground.west - m_anchor.x),
                               static_cast<float>(ground.south - m_anchor.y),
                               static_cast<float>(1 / sideOf(patch.level)), static_cast<float>(resident.slot));
        for (int ring = 0; ring <= patch.level; ++ring) {
            const int span = 1 << (patch.level - ring); // cells along the patch
            const std::int32_t firstX = cellOf(eye.x, sideOf(ring)) - ringCells / 2;
            const std::int32_t firstY = cellOf(eye.y, sideOf(ring)) - ringCells / 2;
            const std::int64_t left = std::int64_t{patch.x} * span - firstX;
            const std::int64_t bottom = std::int64_t{patch.y} * span - firstY;
            const auto to = [](std::int64_t v) { return static_cast<int>(std::clamp<std::int64_t>(v, 0, ringCells)); };
            for (int y = to(bottom); y < to(bottom + span); ++y)
                std::fill(texels + (ring * ringCells + y) * ringCells + to(left),
                          texels + (ring * ringCells + y) * ringCells + to(left + span), entry);
        }
    }
    for (int ring = 0; ring < drapeLevels; ++ring) {
        const double side = sideOf(ring);
        m_ringOrigins[static_cast<std::size_t>(ring)] =
            osg::Vec2(static_cast<float>((cellOf(eye.x, side) - ringCells / 2) * side - m_anchor.x),
                      static_cast<float>((cellOf(eye.y, side) - ringCells / 2) * side - m_anchor.y));
    }
    image->dirty();
    m_tableStale = false;
}

DrapeStore::Progress DrapeStore::update(osg::State& state, DrapeRequest request, std::size_t uploadBytes)
{
    Progress progress;
    if (!isActive()) {
        progress.changed = m_pool.valid();
        m_painter.setWishes({}, 0);
        release(state);
        return progress;
    }
    ++m_frame;
    ensurePool(state, request.size);
    request.extents = m_extents;
    request.mostPatches = m_slots - m_slots / 8;
    request.anisotropic = m_anisotropic;
    const DrapeSelection selection = selectPatches(request);
    const std::set<DrapePatch> wanted(selection.wanted.begin(), selection.wanted.end());
    forgetStale(wanted);
    progress.changed = accept(state, uploadBytes, wanted);
    std::vector<PatchTask> wishes;
    for (const DrapePatch& patch : selection.wanted) {
        const auto known = m_resident.find(patch);
        if (known != m_resident.end())
            known->second.lastUsed = m_frame;
        if (known != m_resident.end() && known->second.revision == m_drapes->revision)
            continue;
        ++progress.missing;
        const bool arrived = std::any_of(m_arrived.begin(), m_arrived.end(),
                                         [&](const PaintedPatch& painted) { return painted.wish.patch == patch; });
        if (!arrived)
            wishes.push_back({patch, m_drapes});
    }
    m_painter.setWishes(wishes, mostWaiting);
    const LocalPosition& eye = request.camera.eye;
    if (m_tableStale || cellOf(eye.x, sideOf(0)) * sideOf(0) != m_anchor.x ||
        cellOf(eye.y, sideOf(0)) * sideOf(0) != m_anchor.y)
        writeTable(eye);
    return progress;
}

void DrapeStore::apply(ScenePass& pass, const LocalPosition& eye) const
{
    pass.setDefine("TWIN_DRAPED", isActive());
    if (!isActive()) {
        pass.removeTexture(poolUnit); // what was released would be made anew
        pass.removeTexture(tableUnit);
        return;
    }
    pass.setTexture(poolUnit, "drapePool", m_pool);
    pass.setTexture(tableUnit, "drapeTable", m_table);
    pass.setUniform("eyeInDrape",
                    osg::Vec2(static_cast<float>(eye.x - m_anchor.x), static_cast<float>(eye.y - m_anchor.y)));
    pass.setUniform("drapeSide", static_cast<float>(sideOf(0)));
    pass.setUniform("ringOrigins", std::span<const osg::Vec2>(m_ringOrigins));
}

std::size_t DrapeStore::gpuBytes() const
{
    return m_pool ? static_cast<std::size_t>(m_slots) * patchBytes() + m_table->getImage()->getTotalSizeInBytes() : 0;
}

std::size_t DrapeStore::cpuBytes() const
{
    return m_painter.waitingBytes([](const PaintedPatch& painted) { return painted.pixels.size(); });
}

std::vector<Error> DrapeStore::takeFailures()
{
    return std::exchange(m_failures, {});
}

void DrapeStore::release(osg::State& state)
{
    if (m_pool)
        m_pool->releaseGLObjects(&state);
    if (m_table)
        m_table->releaseGLObjects(&state);
    m_pool = nullptr;
    m_table = nullptr;
    m_resident.clear();
    m_freeSlots.clear();
    m_arrived.clear();
    m_slots = 0;
    m_tableStale = true;
}

} // namespace twin::render
