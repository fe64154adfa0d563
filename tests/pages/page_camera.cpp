// SPDX-License-Identifier: Apache-2.0
#include "page_camera.h"

#include <utility>

#include "drawing.h"
#include "page_visit.h"
#include "picture.h"

namespace fayi::testing {

PageCamera::PageCamera(Furnished furnished) : m_furnished(std::move(furnished)) {
    chooseFont();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

QImage PageCamera::take(const Shot& shot) {
    PageVisit visit(m_engine, m_furnished, shot);
    const QImage out = visit.open(shot.page) ? visit.atRest() : QImage();
    return out.size() == shot.size ? simplified(out) : QImage();
}

}  // namespace fayi::testing
