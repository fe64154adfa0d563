// SPDX-License-Identifier: Apache-2.0
#include "gallery.h"

#include <QVariant>

#include "drawing.h"

namespace fayi::testing {

Gallery::Gallery(bool bare) {
    chooseFont();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_language = std::make_unique<ui::LanguageSwitch>(m_engine, m_preferences);
    m_engine.setInitialProperties({{QStringLiteral("bare"), bare}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Fayi/Gallery/GalleryWindow.qml")));
    if (!m_engine.rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
}

void Gallery::dress(const Dress& dress) {
    m_preferences.setLanguage(dress.chinese ? QStringLiteral("zh") : QStringLiteral("en"));
    QMetaObject::invokeMethod(m_window, "dress", Q_ARG(bool, dress.dark), Q_ARG(bool, dress.contrast),
                              Q_ARG(int, dress.scale));
    m_window->resize(dress.size);
}

QStringList Gallery::sheets() const {
    QVariant names;
    QMetaObject::invokeMethod(m_window, "pictureNames", Q_RETURN_ARG(QVariant, names));
    return names.toStringList();
}

bool Gallery::show(const QString& sheet) const {
    bool shown = false;
    QMetaObject::invokeMethod(m_window, "showPicture", Q_RETURN_ARG(bool, shown), Q_ARG(QString, sheet));
    return shown;
}

}  // namespace fayi::testing
