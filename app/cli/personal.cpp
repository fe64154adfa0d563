// SPDX-License-Identifier: Apache-2.0
// pin, reveals: what this computer keeps for each of its people.
#include "fayi/station/personal.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <iostream>

#include "fayi/base/pin.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

using station::PinTry;
using station::Seats;

/// Of a line of standard input: a PIN of the longest kind in four bytes a character, and its end.
constexpr std::size_t kLineBytes = 4 * kPinMost + 2;

/// A terminal that shows nothing of what is typed, until it goes.
class Hushed {
public:
    Hushed() : m_terminal(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_terminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Hushed() {
        if (m_terminal)
            (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Hushed(const Hushed&) = delete;
    Hushed& operator=(const Hushed&) = delete;
    bool terminal() const { return m_terminal; }

private:
    termios m_before{};
    bool m_terminal;
};

/// The next line of standard input: a PIN is given there and never on the command line, where every program
/// of the computer can read it.
Result<std::string> readPin(const Shell& shell, const Text& prompt) {
    const Hushed hushed;
    if (hushed.terminal())
        std::cerr << shell.say(prompt) << std::flush;
    std::string out;
    std::array<char, 1> byte{};
    while (out.size() <= kLineBytes) {
        const ssize_t got = ::read(STDIN_FILENO, byte.data(), byte.size());
        if (got < 0 || (got == 0 && out.empty()))
            return Error{ErrorCode::Usage,
                         {"请从标准输入给出 PIN，一行一个", "give the PIN on standard input, one a line"}};
        if (got == 0 || byte[0] == '\n')
            break;
        out += byte[0];
    }
    if (hushed.terminal())
        std::cerr << '\n';
    if (out.ends_with('\r'))
        out.pop_back();
    return out;
}

Status accept(const PinTry& tried) {
    return tried.right() ? Status() : Error{ErrorCode::Validation, station::toldOf(tried)};
}

/// The store of the shell, and the seats of its people.
Result<std::unique_ptr<Seats>> seatsOf(Shell& shell) {
    FAYI_TRY(shell.open());
    return Seats::open(shell.data, shell.clock);
}

void answer(const Shell& shell, bool hasPin, const Text& words) {
    if (shell.json)
        shell.print({{"person", shell.station->person().name}, {"pin", hasPin}});
    else
        shell.printLine(shell.say(words));
}

Result<Exit> setPin(Shell& shell) {
    FAYI_LET(seats, seatsOf(shell));
    const std::int64_t person = shell.station->person().number;
    FAYI_LET(seat, seats->seat(person));
    std::string old;
    if (seat.hasPin) {
        FAYI_LET(given, readPin(shell, {"现在的 PIN：", "the PIN of now: "}));
        old = std::move(given);
    }
    FAYI_LET(pin, readPin(shell, {"新 PIN：", "the new PIN: "}));
    FAYI_LET(tried, seats->changePin(person, old, pin));
    FAYI_TRY(accept(tried));
    answer(shell, true, {"PIN 已设好", "the PIN is set"});
    return Exit::Done;
}

Result<Exit> removePin(Shell& shell) {
    FAYI_LET(seats, seatsOf(shell));
    const std::int64_t person = shell.station->person().number;
    FAYI_LET(seat, seats->seat(person));
    if (!seat.hasPin)
        return Error{ErrorCode::Usage, {"本来就没有 PIN", "there is no PIN"}};
    FAYI_LET(pin, readPin(shell, {"现在的 PIN：", "the PIN of now: "}));
    FAYI_LET(tried, seats->removePin(person, pin));
    FAYI_TRY(accept(tried));
    answer(shell, false, {"PIN 已取消", "the PIN is gone"});
    return Exit::Done;
}

Result<Exit> checkPin(Shell& shell) {
    FAYI_LET(seats, seatsOf(shell));
    const std::int64_t person = shell.station->person().number;
    FAYI_LET(seat, seats->seat(person));
    if (!seat.hasPin) {
        answer(shell, false, {"没有设 PIN", "there is no PIN"});
        return Exit::Done;
    }
    FAYI_LET(pin, readPin(shell, {"PIN：", "PIN: "}));
    FAYI_LET(tried, seats->tryPin(person, pin));
    FAYI_TRY(accept(tried));
    answer(shell, true, {"PIN 正确", "the PIN is right"});
    return Exit::Done;
}

Result<Exit> reveals(Shell& shell) {
    FAYI_TRY(shell.open());
    FAYI_LET(ledger, station::Reveals::open(shell.data, shell.clock));
    FAYI_LET(looks, ledger->list());
    Json out = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const station::Reveal& look : looks) {
        const schema::RecordType* type = shell.station->catalog().type(look.type);
        out.push_back({{"at", toIsoChina(look.at)},
                       {"person", look.personName},
                       {"person_id", look.personId},
                       {"record", toText(look.record)},
                       {"type", look.type},
                       {"field", look.field},
                       {"place", look.place}});
        rows.push_back({toIsoChina(look.at).substr(0, 19), look.personName, toText(look.record),
                        type == nullptr ? look.type : shell.say(type->labels), look.field, look.place});
    }
    if (shell.json)
        shell.print(out);
    else
        printTable(rows);
    return Exit::Done;
}

}  // namespace

void addPersonalCommands(Frame& frame) {
    Shell& shell = frame.shell();
    CLI::App* pin = frame.group(
        "pin", {"本人在这台电脑窗口里的 PIN（不加密数据）；从标准输入读，不写在命令行里",
                "this person's PIN for the window on this computer (it encrypts nothing); read from standard "
                "input, never from the command line"});
    frame.command(pin, "set",
                  {"设或改 PIN：已有 PIN 的，第一行给旧的，第二行给新的",
                   "set or change it: where there is one, the old on the first line, the new on the second"},
                  [&shell] { return setPin(shell); });
    frame.command(pin, "remove", {"取消 PIN，须给出现在的", "remove it; the present one is asked"},
                  [&shell] { return removePin(shell); });
    frame.command(pin, "check", {"核对 PIN；错了退出码为 3", "check it; a wrong one ends with exit code 3"},
                  [&shell] { return checkPin(shell); });
    frame.command("reveals",
                  {"查看台账：谁、何时、在窗口里看了哪条记录被遮盖的哪一项，保存三年",
                   "the ledger of looks: who, when, at which covered field of which record in the window; "
                   "kept three years"},
                  [&shell] { return reveals(shell); });
}

}  // namespace fayi::cli
