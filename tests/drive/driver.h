// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <functional>

namespace fayi::drive {

/// A person at the window: finds things by their names as an eye would, and moves the mouse and the keys of
/// the X server. A step that does not succeed ends the program and says which.
class Driver {
public:
    Driver(QQuickWindow& window, QString pictures, QString scene);

    /// Presses the thing of that name, scrolling to it first.
    void press(const QString& name);
    /// Presses the button of a notice.
    void answer(const QString& notice);
    /// A key by its X name: "Tab", "Return", "ctrl+Return".
    void key(const QString& name);
    /// Letters, one after the other.
    void type(const QString& letters);
    /// Opens the picker of that name, looks for the words, takes what is found.
    void pick(const QString& name, const QString& words);
    /// Presses a word of words that stand side by side.
    void choose(const QString& group, const QString& code);

    QQuickItem* see(const QString& name);
    bool isThere(const QString& name) const;
    void until(const QString& what, const std::function<bool()>& holds);
    /// A picture of the window, numbered.
    void picture(const QString& name);
    /// Any text of the window that holds the words.
    bool reads(const QString& words) const;

    /// Beyond letters: keys, clicks, scrolls.
    int strokes() const { return m_strokes; }
    int letters() const { return m_letters; }
    qint64 elapsedMs() const { return m_watch.elapsed(); }
    void beginCounting();

private:
    void act(const QStringList& arguments);
    void scrollTo(QQuickItem* item);
    void click(QQuickItem* item);
    [[noreturn]] void fail(const QString& what);

    QQuickWindow& m_window;
    QString m_pictures, m_scene;
    QElapsedTimer m_watch;
    int m_strokes = 0, m_letters = 0, m_taken = 0;
};

}  // namespace fayi::drive
