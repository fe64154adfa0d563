// SPDX-License-Identifier: Apache-2.0
#include "scenes.h"

#include <QDir>
#include <cstdio>

namespace fayi::drive {
namespace {

/// Keys, clicks and scrolls of a visit with three matters, letters apart.
constexpr int kMostStrokes = 25;

QString u(const char* text) {
    return QString::fromUtf8(text);
}

void untilSent(Driver& desk, const Stage& stage) {
    desk.until(u("all is sent"), [&] { return stage.link() == u("fine") && stage.waiting() == 0; });
}

/// A visit with two consultations and a contract review, from the first page to the district.
bool visit(Driver& desk, const Stage& stage) {
    desk.see(u("nav-service-visit"));
    desk.picture(u("home"));
    desk.beginCounting();
    desk.answer(u("month-waiting"));
    desk.see(u("edit-duration"));
    desk.type(u("90"));
    desk.press(u("add-matters"));
    desk.until(u("the first matter"), [&] { return desk.isThere(u("edit-matters/+1/kind")); });
    desk.pick(u("edit-matters/+1/kind"), u("咨询"));
    desk.press(u("edit-matters/+1/brief"));
    desk.type(u("王大爷咨询宅基地继承，已说明一户一宅"));
    desk.key(u("ctrl+Return"));
    desk.until(u("a second"), [&] { return desk.isThere(u("edit-matters/+2/brief")); });
    desk.type(u("李某咨询被拖欠的工资，告知可申请法律援助"));
    desk.key(u("ctrl+Return"));
    desk.until(u("a third"), [&] { return desk.isThere(u("edit-matters/+3/brief")); });
    desk.type(u("审查鱼塘承包合同，建议写明租金调整办法"));
    desk.picture(u("matters"));
    desk.pick(u("edit-matters/+3/kind"), u("合同"));
    desk.press(u("edit-persons_served"));
    desk.type(u("3"));
    desk.press(u("edit-summary"));
    desk.type(u("到村值班，接待咨询两件，审查合同一份"));
    desk.choose(u("edit-confirm_method"), u("signed-paper"));
    desk.press(u("edit-confirmer"));
    desk.type(u("张主任"));
    desk.picture(u("filled"));
    desk.press(u("submit"));
    desk.see(u("record-title"));
    const qint64 took = desk.elapsedMs();
    desk.picture(u("submitted"));
    std::printf("visit: %d strokes beyond %d letters, %.1f s (at most %d strokes)\n", desk.strokes(),
                desk.letters(), static_cast<double>(took) / 1000, kMostStrokes);
    untilSent(desk, stage);
    desk.picture(u("sent"));
    return desk.strokes() <= kMostStrokes;
}

/// The network goes while somebody works, and comes back.
bool offline(Driver& desk, const Stage& stage) {
    untilSent(desk, stage);
    if (!stage.hub(u("stop")))
        return false;
    desk.press(u("nav-service-visit"));
    desk.press(u("row-0"));
    desk.press(u("edit"));
    desk.press(u("edit-remarks"));
    desk.type(u("路上没有网络，回所里补记"));
    desk.press(u("save"));
    desk.see(u("form-notice"));
    desk.picture(u("saved-without-a-network"));
    desk.press(u("nav-sync"));
    desk.press(u("sync-now"));
    desk.until(u("the link fails"), [&] { return stage.link() == u("failing"); });
    desk.picture(u("waiting"));
    if (stage.waiting() == 0 || !stage.hub(u("start")))
        return false;
    desk.press(u("sync-now"));
    untilSent(desk, stage);
    desk.picture(u("back"));
    return true;
}

bool giveBack(Driver& desk, const Stage& stage) {
    untilSent(desk, stage);
    desk.press(u("nav-review"));
    desk.picture(u("queue"));
    desk.press(u("waits-0"));
    desk.press(u("pin-duration"));
    desk.press(u("remark-duration"));
    desk.type(u("时长与签到簿不符，请核对"));
    desk.picture(u("remark"));
    desk.press(u("review-return"));
    desk.press(u("review-return-confirm"));
    desk.see(u("queue-empty"));
    untilSent(desk, stage);
    desk.picture(u("returned"));
    return true;
}

bool mend(Driver& desk, const Stage& stage) {
    untilSent(desk, stage);
    desk.until(u("the return"), [&] { return desk.isThere(u("attention-0")); });
    desk.picture(u("home"));
    desk.press(u("attention-0"));
    desk.see(u("to-mend"));
    desk.picture(u("to-mend"));
    desk.answer(u("said-0"));
    desk.press(u("edit-duration"));
    desk.key(u("ctrl+a"));
    desk.type(u("75"));
    desk.picture(u("mending"));
    desk.press(u("submit"));
    desk.see(u("record-title"));
    untilSent(desk, stage);
    desk.picture(u("sent-again"));
    return true;
}

bool verify(Driver& desk, const Stage& stage) {
    untilSent(desk, stage);
    desk.press(u("nav-review"));
    desk.press(u("waits-0"));
    desk.see(u("change-0"));
    desk.picture(u("what-changed"));
    desk.press(u("review-verify"));
    desk.see(u("queue-empty"));
    untilSent(desk, stage);
    desk.picture(u("verified"));
    return true;
}

/// Without a network; the number is that of the scene.
Scene edits(const char* persons) {
    return [persons](Driver& desk, const Stage& stage) {
        desk.press(u("nav-service-visit"));
        desk.press(u("row-0"));
        desk.press(u("edit"));
        desk.press(u("edit-persons_served"));
        desk.key(u("ctrl+a"));
        desk.type(u(persons));
        desk.press(u("save"));
        desk.see(u("form-notice"));
        desk.picture(u("edited"));
        return stage.waiting() > 0;
    };
}

bool settle(Driver& desk, const Stage& stage) {
    desk.until(u("the conflict"), [&] { return desk.isThere(u("attention-0")); });
    desk.picture(u("home"));
    desk.press(u("attention-0"));
    desk.see(u("conflict-persons_served"));
    desk.picture(u("both"));
    desk.press(u("take-1"));
    desk.see(u("settled"));
    untilSent(desk, stage);
    desk.picture(u("settled"));
    return true;
}

/// Sends what waits, so that the others have it.
bool send(Driver& desk, const Stage& stage) {
    untilSent(desk, stage);
    desk.picture(u("sent"));
    return true;
}

bool print(Driver& desk, const Stage& stage) {
    desk.press(u("nav-contract-review"));
    desk.press(u("row-0"));
    desk.press(u("print"));
    desk.picture(u("forms"));
    desk.press(u("print-contract-opinion"));
    desk.see(u("print-done"));
    desk.picture(u("printed"));
    return !QDir(stage.papers).entryList({u("*.pdf")}, QDir::Files).isEmpty();
}

}  // namespace

const std::map<QString, Scene>& scenes() {
    static const std::map<QString, Scene> kScenes{{u("visit"), visit},
                                                  {u("offline"), offline},
                                                  {u("return"), giveBack},
                                                  {u("mend"), mend},
                                                  {u("verify"), verify},
                                                  {u("edit-mine"), edits("4")},
                                                  {u("edit-theirs"), edits("5")},
                                                  {u("settle"), settle},
                                                  {u("send"), send},
                                                  {u("print"), print}};
    return kScenes;
}

}  // namespace fayi::drive
