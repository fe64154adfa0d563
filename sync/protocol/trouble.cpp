// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/trouble.h"

#include <array>
#include <utility>

namespace fayi::protocol {
namespace {

struct Words {
    std::string_view zh, en;
};

struct Line {
    Trouble trouble;
    std::string_view name;
    Healing healing;
    ErrorCode code;
    Words words;  ///< what it is and what helps
};

using enum Healing;
using enum ErrorCode;

constexpr std::array kTable{
    Line{Trouble::None, "none", ByWaiting, Internal, {"正常", "fine"}},
    Line{Trouble::NoName,
         "no-name",
         ByWaiting,
         Unreachable,
         {"找不到服务器的名字：请检查网络是否接通，并核对服务器地址",
          "the server's name is not known: check that there is a network, and the address"}},
    Line{Trouble::NoConnection,
         "no-connection",
         ByWaiting,
         Unreachable,
         {"连不上服务器：网络不通，或服务器没有开；有网络时会自动再试",
          "the server cannot be reached: no network, or it is down; it is tried again by itself"}},
    Line{
        Trouble::Tls,
        "tls",
        ByPerson,
        Unreachable,
        {"服务器的证书不可信：需要登录的网络请先登录，再请区县管理员核对证书和地址",
         "the server's certificate is not trusted: log in where the network wants it, then have the district "
         "check certificate and address"}},
    Line{Trouble::Timeout,
         "timeout",
         ByWaiting,
         Unreachable,
         {"服务器很久没有回应：信号太弱；会自动再试，也可以换个信号好的地方",
          "no answer for a long time: the link is too weak; it is tried again, a better place may help"}},
    Line{Trouble::CutShort,
         "cut-short",
         ByWaiting,
         Unreachable,
         {"连接中途断开：已到的不会再传，会自动接着传",
          "the connection broke: what has arrived is not sent again, it goes on by itself"}},
    Line{Trouble::Captive,
         "captive",
         ByWaiting,
         Unreachable,
         {"回答的不是区县服务器，多半是上网登录页面：请先在浏览器里登录网络",
          "something else answered, most likely a login page: log in to the network with a browser"}},
    Line{Trouble::Proxy,
         "proxy",
         ByWaiting,
         Unreachable,
         {"途中的代理或网关出错：请核对代理的地址、用户名和密码，或问网络管理员",
          "a proxy or gateway on the way failed: check its address, user and password, or ask who runs it"}},
    Line{Trouble::Busy,
         "busy",
         ByWaiting,
         Unreachable,
         {"区县服务器正忙：稍后会自动再试", "the hub is busy: it is tried again later"}},
    Line{Trouble::HubFull,
         "hub-full",
         ByWaiting,
         Unreachable,
         {"区县服务器的磁盘已满：请告诉区县管理员；内容留在本机，腾出空间后自动上报",
          "the hub's disk is full: tell the district; everything is kept here and sent once there is room"}},
    Line{Trouble::HubBroken,
         "hub-broken",
         ByWaiting,
         Unreachable,
         {"区县服务器出错：会自动再试；一直这样请告诉区县管理员",
          "the hub failed: it is tried again; tell the district if it goes on"}},
    Line{Trouble::TooLarge,
         "too-large",
         ByPerson,
         Refused,
         {"发送的内容过大，服务器没有收：请联系技术支持",
          "what was sent is too large for the hub: ask support"}},
    Line{Trouble::Malformed,
         "malformed",
         ByPerson,
         Refused,
         {"服务器没有看懂本机发送的内容：请升级本程序，或联系技术支持",
          "the hub did not understand this program: update it, or ask support"}},
    Line{Trouble::Version,
         "version",
         ByPerson,
         Refused,
         {"本程序与服务器的版本不合：请升级；升级前可以照常填写，内容不会丢",
          "this program and the hub are of different versions: update; until then go on working, nothing is "
          "lost"}},
    Line{Trouble::Dictionary,
         "dictionary",
         ByWaiting,
         Unreachable,
         {"服务器没有本程序所用的压缩字典：会自动换一种方式再传",
          "the hub does not carry this program's dictionary: it is sent again without"}},
    Line{Trouble::Token,
         "token",
         ByPerson,
         Refused,
         {"服务器不认得这台电脑：请向区县要一个新的注册码，重新加入",
          "the hub does not know this computer: ask the district for a new code and join again"}},
    Line{Trouble::Revoked,
         "revoked",
         Never,
         Refused,
         {"这台电脑上的人已不再有权限：请联系区县；没报上去的内容还在本机",
          "nobody at this computer has authority any more: ask the district; unsent work is still here"}},
    Line{Trouble::Code,
         "code",
         ByPerson,
         Refused,
         {"注册码不对、已用过或已过期：请向区县要一个新的",
          "the code is wrong, used or expired: ask the district for a new one"}},
    Line{
        Trouble::Full,
        "full",
        ByWaiting,
        ErrorCode::Full,
        {"本机磁盘已满：请腾出空间；已保存的都在，收到一半的不算，之后自动接着收",
         "this computer's disk is full: make room; what was saved is safe, and receiving goes on by itself"}},
    Line{Trouble::Store,
         "store",
         ByPerson,
         Io,
         {"本机的数据无法读写：请先不要删除任何文件，联系技术支持",
          "the store of this computer cannot be read or written: delete nothing and ask support"}},
    Line{Trouble::Cancelled,
         "cancelled",
         ByWaiting,
         Unreachable,
         {"已中止：下次同步时接着传", "stopped: the next sync goes on"}},
};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kTable.size(); ++i)
        if (kTable[i].trouble != static_cast<Trouble>(i))
            return false;
    return kTable.size() == kTroubles;
}
static_assert(isInOrder(), "every Trouble has its line, in the order of the enumeration");

const Line& lineOf(Trouble trouble) {
    return kTable.at(static_cast<std::size_t>(trouble));
}

}  // namespace

Healing healingOf(Trouble trouble) {
    return lineOf(trouble).healing;
}
std::string_view nameOf(Trouble trouble) {
    return lineOf(trouble).name;
}
ErrorCode codeOf(Trouble trouble) {
    return lineOf(trouble).code;
}
Text wordsOf(Trouble trouble) {
    const Words& words = lineOf(trouble).words;
    return {std::string(words.zh), std::string(words.en)};
}
Trouble troubleOfStore(ErrorCode code) {
    return code == ErrorCode::Full ? Trouble::Full : Trouble::Store;
}

std::optional<Trouble> troubleOfDenial(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, Trouble>, 13> kCodes{
        {{"unknown-code", Trouble::Code},
         {"used-code", Trouble::Code},
         {"expired-code", Trouble::Code},
         {"revoked", Trouble::Revoked},
         {"token", Trouble::Token},
         {"pen", Trouble::Token},
         {"person", Trouble::Token},
         {"too-large", Trouble::TooLarge},
         {"malformed", Trouble::Malformed},
         {"version", Trouble::Version},
         {"dictionary", Trouble::Dictionary},
         {"busy", Trouble::Busy},
         {"full", Trouble::HubFull}}};
    for (const auto& [word, trouble] : kCodes)
        if (word == code)
            return trouble;
    return std::nullopt;
}

}  // namespace fayi::protocol
