// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QObject>
#include <QProcess>
#include <QQuickItem>
#include <QStringList>
#include <QUrl>
#include <QVariantMap>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "fayi/testing/fakes.h"

namespace fayi::testing {

class DeadDisk;
class FullDisk;
class SmallDisk;

/// What the tests of pages cannot do in QML: folders, stores that have a history, finding things on a page.
class Hands : public QObject {
    Q_OBJECT

public:
    Hands();
    ~Hands() override;

    /// An empty folder that goes with the test program.
    Q_INVOKABLE QString newFolder();
    /// Plugs cameras in, or all of them out: one that sees red, and one that ends after a few pictures.
    Q_INVOKABLE void plugCameras(bool in);
    /// The programs of this computer are those of a folder alone, from here on; empty: all are there again.
    Q_INVOKABLE void programsOf(const QString& folder);
    /// A program of that name there: a shell script.
    Q_INVOKABLE void program(const QString& folder, const QString& name, const QString& script) const;
    /// Files are shown by this test from here on, or by nobody.
    Q_INVOKABLE void showFiles(bool shown);
    /// What was shown last.
    Q_INVOKABLE QUrl shownFile() const { return m_shown; }
    /// A backup of a folder's store, made from outside the window.
    Q_INVOKABLE void backUp(const QString& folder, const QString& file) const;
    /// Puts a picture into the clipboard, or what a file manager puts there; or nothing.
    Q_INVOKABLE void copyPicture();
    Q_INVOKABLE void copyPictureIn(const QString& file);
    Q_INVOKABLE void copyFile(const QString& file);
    Q_INVOKABLE void copyNothing();
    /// The colour in the corner of a picture, "#ff0000", and its size "640x480".
    Q_INVOKABLE QString cornerOf(const QImage& picture);
    Q_INVOKABLE QString sizeOf(const QImage& picture);
    Q_INVOKABLE QImage pictureIn(const QString& file);
    /// A store with that many outreach records, not joined to anything.
    Q_INVOKABLE QString filledFolder(int records);
    /// Lectures of many days, places and kinds. The n-th: every tenth on the first day of this year, else on
    /// day 37n mod 300 of last year; by turns in 龙滩村, 谷黄村 (both 双龙镇) and 向阳社区; every fourth a
    /// stall, every fifth of the campaign that goes to the grassroots.
    Q_INVOKABLE QString spreadFolder(int records);
    /// A store that has joined a hub nobody can reach, with one draft in it.
    Q_INVOKABLE QString joinedFolder();
    /// The same, after two people wrote the attendance of one record (30 and 35) without seeing each other.
    Q_INVOKABLE QString conflictFolder();
    /// The same, after two people wrote the day of birth of an applicant for legal aid.
    Q_INVOKABLE QString namedConflictFolder();
    /// The same, after two people wrote into a record of that type at the same time; all of them JSON.
    Q_INVOKABLE QString conflictOf(const QString& type, const QString& before, const QString& mine,
                                   const QString& theirs);
    /// A joined store of two people, 何志远 (number 1) and 周文静 (number 2), who see each other's records.
    Q_INVOKABLE QString sharedFolder();
    /// Gives a person of a folder the PIN 246810.
    Q_INVOKABLE void setPin(const QString& folder, int person);
    /// Somebody tries wrong PINs, so many.
    Q_INVOKABLE void guess(const QString& folder, int person, int times);
    /// [{subject,fields,focus}] of the forms that a person left unsaved, as they are on the disk.
    Q_INVOKABLE QVariantList leftForms(const QString& folder, int person);
    /// The forms that a person left turn out to be of an older definition, with a field and a choice that are
    /// gone.
    Q_INVOKABLE void ageForms(const QString& folder, int person);
    /// [{person,field,place}] of every look at what is covered, newest first.
    Q_INVOKABLE QVariantList looks(const QString& folder);
    /// A store with one consultation of a person with a name and a telephone.
    Q_INVOKABLE QString namedFolder();
    /// A joined store with one submitted lecture, and a draft.
    Q_INVOKABLE QString submittedFolder();
    /// A joined store with one verified lecture of last year that figure F51 counts, and a draft that it does
    /// not.
    Q_INVOKABLE QString verifiedFolder();
    /// A joined store with a refused edit of attendance and a refused creation.
    Q_INVOKABLE QString refusedFolder();
    /// A joined store with so many refused creations.
    Q_INVOKABLE QString refusedLecturesFolder(int count);
    /// A joined store with a refused verification.
    Q_INVOKABLE QString refusedVerificationFolder();
    /// The hub is put back to before this store wrote, and finds that it is a copy: what it wrote gets new
    /// names.
    Q_INVOKABLE void fork(const QString& folder);
    /// A real hub on a free port of this machine, with two clerks who have a code: {url, code, otherCode}.
    /// Ends with the tests.
    Q_INVOKABLE QVariantMap startHub();
    /// A further person of that hub: their code.
    Q_INVOKABLE QString codeFor(const QString& name, const QString& role, const QString& org);
    Q_INVOKABLE void stopHub();
    /// After stopHub(): the same hub at the same address.
    Q_INVOKABLE void resumeHub();
    /// The hub writes an invitation for its first clerk there: {file, code}.
    Q_INVOKABLE QVariantMap invitation(const QString& file) const;
    /// One more code of that hub for its first clerk.
    Q_INVOKABLE QString anotherCode() const;
    /// The disk of a folder has that much room left for its store; makeRoom() gives it as much as there is.
    Q_INVOKABLE void fillDisk(const QString& folder, int bytes);
    /// No file that anybody writes grows past so many bytes, until makeRoom().
    Q_INVOKABLE void fillDiskForFiles(int bytes);
    Q_INVOKABLE void makeRoom();
    /// Nothing of the store of a folder can be read, what is in memory included; until mendReading().
    Q_INVOKABLE void breakReading(const QString& folder);
    Q_INVOKABLE void mendReading();
    /// Writes so many bytes of rubbish into a file, from there on.
    Q_INVOKABLE void scribble(const QString& file, int from, int bytes) const;
    Q_INVOKABLE void rename(const QString& file, const QString& name) const { QFile::rename(file, name); }
    Q_INVOKABLE void truncate(const QString& file, int bytes) const;
    /// The store turns out to be one of a program to come.
    Q_INVOKABLE void makeNewer(const QString& folder) const;
    /// A backup of the store there, as a file in another folder: its path.
    Q_INVOKABLE QString backupOf(const QString& folder, const QString& shelf) const;
    /// Folders beside that one whose names begin with its name, sorted.
    Q_INVOKABLE QStringList beside(const QString& folder) const;
    /// Letters of an input method in what has the keyboard, not chosen yet; and what was chosen.
    Q_INVOKABLE void compose(QQuickItem* root, const QString& letters) const;
    Q_INVOKABLE void commit(QQuickItem* root, const QString& words) const;
    /// Every text that is shown in the window.
    Q_INVOKABLE QStringList texts(QQuickItem* root) const;
    /// An empty folder for files, which goes with the test program too.
    Q_INVOKABLE QString newShelf();
    /// A file of that text in a folder: its path.
    Q_INVOKABLE QString table(const QString& folder, const QString& name, const QString& text) const;
    /// Lets a file fall there, as from a file manager. False: nothing there takes it.
    Q_INVOKABLE bool drop(QQuickItem* onto, const QString& file) const;
    /// What somebody reads on a PDF, without spaces.
    Q_INVOKABLE QString wordsOnPaper(const QString& file) const;
    /// The text of a file.
    Q_INVOKABLE QString textOf(const QString& file) const;
    /// A folder there with a letter.txt in it that says "mine".
    Q_INVOKABLE void folderWithLetter(const QString& folder) const;
    Q_INVOKABLE void removeFile(const QString& file) const;
    /// A small photo in a folder: its path. The same each time.
    Q_INVOKABLE QString picture(const QString& folder) const;
    /// Two files hold the same bytes.
    Q_INVOKABLE bool same(const QString& one, const QString& other) const;
    /// A further connection sends the records of a folder to the hub it has joined, and no attachment.
    Q_INVOKABLE void sendRecords(const QString& folder);
    /// Half of the largest attachment that waits there is sent, as a sync that is under way notes it.
    Q_INVOKABLE void sendHalf(const QString& folder);
    /// That hub takes the bundle `there` of a folder and leaves its answer as `back`.
    Q_INVOKABLE void answerStick(const QString& folder);
    /// Another computer joins that hub, writes two lectures, edits each three times and sends all.
    Q_INVOKABLE void writeElsewhere(const QString& url, const QString& code);
    /// The first record with an open conflict, its id; of the folder.
    Q_INVOKABLE QString firstConflict(const QString& folder);
    /// A value of the record as JSON, read with a connection of its own.
    Q_INVOKABLE QString stored(const QString& folder, const QString& recordId, const QString& field);

    /// Bytes of a file; 0: it is not there.
    Q_INVOKABLE qint64 sizeOf(const QString& file) const { return QFileInfo(file).size(); }

    /// The first visible item of that object name below `root`; null if there is none.
    Q_INVOKABLE QQuickItem* find(QQuickItem* root, const QString& name) const;
    /// The same in its whole window, popups included.
    Q_INVOKABLE QQuickItem* findInWindow(QQuickItem* root, const QString& name) const;
    /// Everything visible in its window that can be pressed or written in.
    Q_INVOKABLE QList<QObject*> interactive(QQuickItem* root) const;
    /// Object names (or classes) of visible texts and controls that reach beyond the sides of `root`.
    Q_INVOKABLE QStringList beyondSides(QQuickItem* root) const;

private slots:
    void show(const QUrl& file) { m_shown = file; }

private:
    QString serve(const QString& address);
    void collide(const QString& ours, const std::string& type, const nlohmann::json& patch,
                 const nlohmann::json& theirPatch);

    std::vector<std::unique_ptr<TemporaryFolder>> m_folders;
    /// The JSON that the program says about that hub.
    nlohmann::json administer(QStringList arguments) const;
    QString personOf(const QString& name, const QString& role, const QString& org) const;
    QString codeOfPerson(const QString& id) const;

    std::unique_ptr<SmallDisk> m_small;
    std::unique_ptr<FullDisk> m_full;
    std::unique_ptr<DeadDisk> m_dead;
    std::unique_ptr<QProcess> m_hub;
    QString m_hubUrl;
    QString m_hubFolder;
    QByteArray m_path;  ///< the real one, while programsOf() holds
    QUrl m_shown;
    QString m_clerk;  ///< the first
};

}  // namespace fayi::testing
