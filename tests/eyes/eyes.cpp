// SPDX-License-Identifier: Apache-2.0
#include "eyes.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <algorithm>

#include "shown.h"

namespace fayi::testing {
namespace {

constexpr qreal kLeast = 44;    ///< pixels
constexpr qreal kSlack = 1.01;  ///< letters are measured in fractions of a pixel, items placed on whole ones

QString number(qreal value) {
    return QString::number(value, 'f', 1);
}

/// What letters take, in the coordinates of their item.
QRectF painted(const QQuickItem& text) {
    const QSizeF size(text.property("contentWidth").toReal(), text.property("contentHeight").toReal());
    const int across = text.property("effectiveHorizontalAlignment").toInt();
    const int along = text.property("verticalAlignment").toInt();
    const qreal x = across == Qt::AlignRight     ? text.width() - size.width()
                    : across == Qt::AlignHCenter ? (text.width() - size.width()) / 2
                                                 : 0;
    const qreal y = along == Qt::AlignBottom    ? text.height() - size.height()
                    : along == Qt::AlignVCenter ? (text.height() - size.height()) / 2
                                                : 0;
    return {QPointF(x, y), size};
}

class Eyes {
public:
    explicit Eyes(QQuickWindow& window) : m_scene(*scene(window)) {}

    std::vector<Fault> look() {
        forEachShown(m_scene, [this](QQuickItem& item) {
            if (isText(item) && !item.property("text").toString().isEmpty())
                read(item);
            if (isControl(item) && item.isEnabled())
                listen(item);
        });
        compareTexts();
        return std::move(m_out);
    }

private:
    void report(Flaw flaw, const QQuickItem& item, const QString& what) {
        m_out.push_back({flaw, pathOf(item), wordsOf(item), what});
    }

    void read(const QQuickItem& text) {
        const QRectF letters = painted(text);
        if (text.property("truncated").toBool())
            report(Flaw::Cut, text, QStringLiteral("ends in dots"));
        else if (letters.width() > text.width() + kSlack || letters.height() > text.height() + kSlack)
            report(Flaw::Cut, text,
                   QStringLiteral("needs %1 × %2, has %3 × %4")
                       .arg(number(letters.width()), number(letters.height()), number(text.width()),
                            number(text.height())));
        else if (const qreal pixels = lost(text, letters); pixels > kSlack)
            report(Flaw::Cut, text, QStringLiteral("%1 pixels are outside").arg(number(pixels)));
        m_texts.push_back({&text, onScene(text, letters).intersected(inSight(text))});
    }

    void listen(QQuickItem& control) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&control);
        const QAccessible::Role role = face ? face->role() : QAccessible::NoRole;
        if (role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane)
            report(Flaw::Roleless, control, QStringLiteral("its role is %1").arg(role));
        else if (face->text(QAccessible::Name).trimmed().isEmpty())
            report(Flaw::Nameless, control, QStringLiteral("its role is %1").arg(role));
        if (control.width() < kLeast || control.height() < kLeast)
            report(Flaw::Small, control,
                   QStringLiteral("%1 × %2").arg(number(control.width()), number(control.height())));
    }

    void compareTexts() {
        for (std::size_t one = 0; one < m_texts.size(); ++one)
            for (std::size_t other = one + 1; other < m_texts.size(); ++other) {
                const QRectF both = m_texts[one].second.intersected(m_texts[other].second);
                if (both.width() > 2 && both.height() > 2)
                    report(Flaw::Covered, *m_texts[one].first,
                           QStringLiteral("%1 × %2 pixels over “%3” of %4")
                               .arg(number(both.width()), number(both.height()),
                                    wordsOf(*m_texts[other].first), pathOf(*m_texts[other].first)));
            }
    }

    QQuickItem& m_scene;
    std::vector<Fault> m_out;
    std::vector<std::pair<const QQuickItem*, QRectF>> m_texts;  ///< what of them is in sight, on the scene
};

const char* nameOf(Flaw flaw) {
    switch (flaw) {
        case Flaw::Cut:
            return "cut";
        case Flaw::Covered:
            return "covered";
        case Flaw::Nameless:
            return "nameless";
        case Flaw::Roleless:
            return "roleless";
        case Flaw::Small:
            return "small";
        case Flaw::Unreached:
            return "unreached";
        case Flaw::Unseen:
            return "unseen";
    }
    return "";
}

}  // namespace

std::string told(const Fault& fault) {
    return QStringLiteral("%1: %2 “%3”: %4")
        .arg(QLatin1String(nameOf(fault.flaw)), fault.item, fault.words, fault.what)
        .toStdString();
}

std::vector<Fault> look(QQuickWindow& window) {
    return Eyes(window).look();
}

}  // namespace fayi::testing
