// SPDX-License-Identifier: Apache-2.0
#include <QFont>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QtQml>
#include <QtQuickTest>
#include <memory>

#include "colleague.h"
#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"
#include "hands.h"
#include "qml_plugins.h"

namespace fayi::testing {

/// What every test program of pages needs before its first page: our modules, the font, the Chinese texts.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() {
        QFont font;
        font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")});
        QGuiApplication::setFont(font);
        qmlRegisterType<Hands>("Fayi.Testing", 1, 0, "Hands");
        qmlRegisterType<Colleague>("Fayi.Testing", 1, 0, "Colleague");
    }
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_preferences = std::make_unique<ui::Preferences>();
        m_language = std::make_unique<ui::LanguageSwitch>(*engine, *m_preferences);
    }
    void cleanupTestCase() {
        m_language.reset();
        m_preferences.reset();
    }

private:
    std::unique_ptr<ui::Preferences> m_preferences;
    std::unique_ptr<ui::LanguageSwitch> m_language;
};

}  // namespace fayi::testing

using fayi::testing::Setup;
QUICK_TEST_MAIN_WITH_SETUP(fayi_qml, Setup)

#include "main.moc"
