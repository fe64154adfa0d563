// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "attachments.h"
#include "backups.h"
#include "bundles.h"
#include "fayi/server/administration.h"
#include "fayi/server/enrol.h"
#include "fayi/server/erase.h"
#include "fayi/server/numbers.h"
#include "fayi/server/reports.h"
#include "fayi/server/sqlite_hub_store.h"
#include "options.h"
#include "serve.h"

namespace fayi::hub {
namespace {

/// The hub of the data folder, opened for one command.
struct Opened {
    std::unique_ptr<SqliteHubStore> store;
    SystemClock clock;
    SystemRandom random;
    References references;

    Context context() { return {*store, clock, random, references}; }
};

/// Opens the hub, runs a question that answers JSON, prints it.
template <typename Ask>
int answering(const Options& options, Ask ask) {
    auto store = SqliteHubStore::open(options.data);
    if (!store)
        return options.printer.fail(store.error());
    Opened hub{std::move(*store), {}, {}, {}};
    Context context = hub.context();
    const Result<Json> answer = ask(context);
    if (!answer)
        return options.printer.fail(answer.error());
    options.printer.answer(*answer);
    return 0;
}

/// The same for a command about a person.
template <typename Ask>
int aboutPerson(const Options& options, Ask ask) {
    const auto person = parseRecordId(options.person);
    if (!person)
        return options.printer.fail(
            {ErrorCode::Usage,
             {"人员编号不对：" + options.person, "not the id of a person: " + options.person}});
    return answering(options, [&](Context& context) { return ask(context, *person); });
}

int init(const Options& options) {
    auto store = SqliteHubStore::create(options.data);
    if (!store)
        return options.printer.fail(store.error());
    SystemClock clock;
    SystemRandom random;
    if (const Status made = initHub(**store, clock, random, options.district, options.name); !made)
        return options.printer.fail(made.error());
    options.printer.answer(Json{{"district", options.district}, {"name", options.name}});
    return 0;
}

int typeAdd(const Options& options) {
    std::ifstream file(options.file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open())
        return options.printer.fail(
            {ErrorCode::Usage, {"无法读取文件：" + options.file, "cannot read the file: " + options.file}});
    return answering(options, [&](Context& context) { return addDefinition(context, text, options.file); });
}

/// The same for a command about a record.
template <typename Ask>
int aboutRecord(const Options& options, Ask ask) {
    const auto record = parseRecordId(options.record);
    if (!record)
        return options.printer.fail(
            {ErrorCode::Usage,
             {"记录编号不对：" + options.record, "not the id of a record: " + options.record}});
    return answering(options, [&](Context& context) { return ask(context, *record); });
}

int history(const Options& options) {
    return aboutRecord(options, hub::history);
}

int eraseContent(const Options& options) {
    bool done = false;
    const int code = aboutRecord(options, [&](Context& context, RecordId record) -> Result<Json> {
        Result<Json> answer = erase(context, {record, options.fields, options.reason, options.by});
        done = answer && (*answer)["values"] != 0;
        if (done) {
            FAYI_LET(blobs, blobStoreOf(options));
            FAYI_TRY(collectBlobs(context, blobs));
        }
        if (answer && answer->contains("emptied"))
            options.printer.say(
                {"数据文件正被读取，其日志里可能还有所删内容；请稍后再执行一次",
                 "the data file is being read, its log may still hold what was erased; give the "
                 "order again later"});
        return answer;
    });
    if (done)
        options.printer.say({"此前的备份里仍有这些内容，请销毁或重做备份",
                             "backups made before still hold it: destroy them, or make them anew"});
    return code;
}

int figures(const Options& options) {
    const FigureQuestion question{options.report, options.from, options.to, options.unit};
    if (options.records != !options.figure.empty())
        return options.printer.fail({ErrorCode::Usage,
                                     {"查看记录要同时给出数据项和 --records",
                                      "to see records give a figure and --records together"}});
    if (!options.records)
        return answering(options, [&](Context& context) {
            return hub::figures(context, question, options.printer.language);
        });
    auto store = SqliteHubStore::open(options.data);
    if (!store)
        return options.printer.fail(store.error());
    Opened hub{std::move(*store), {}, {}, {}};
    Context context = hub.context();
    const auto records = figureRecords(context, question, options.figure);
    if (!records)
        return options.printer.fail(records.error());
    options.printer.lines(*records);
    return 0;
}

int verify(const Options& options) {
    bool sound = false;
    const int code = answering(options, [&](Context& context) {
        Result<Json> answer = verifyLog(context);
        sound = answer && answer->value("ok", false);
        return answer;
    });
    return code != 0 || sound ? code : static_cast<int>(Exit::Damaged);
}

Commands commands() {
    Commands out;
    out.init = init;
    out.serve = serve;
    out.orgList = [](const Options& o) { return answering(o, [](Context& c) { return listOrgs(c); }); };
    out.orgReplace = [](const Options& o) {
        return answering(o, [&](Context& c) {
            return replaceUnit(c, {o.org, o.successor, o.name, o.nameEn, o.kind, o.on});
        });
    };
    out.lock = [](const Options& o) {
        return answering(o,
                         [&](Context& c) { return lockPeriod(c, o.org, o.lift ? std::string() : o.until); });
    };
    out.personAdd = [](const Options& o) {
        return answering(o, [&](Context& c) { return addPerson(c, o.name, o.role, o.org); });
    };
    out.personScope = [](const Options& o) {
        return aboutPerson(o, [&](Context& c, RecordId person) { return setScope(c, person, o.orgs); });
    };
    out.personRevoke = [](const Options& o) {
        return aboutPerson(o, [&](Context& c, RecordId person) { return revokePerson(c, person, o.now); });
    };
    out.personList = [](const Options& o) { return answering(o, [](Context& c) { return listPeople(c); }); };
    out.enrolCode = [](const Options& o) {
        return aboutPerson(o, [&](Context& c, RecordId person) { return giveCode(c, person, o); });
    };
    out.bundleRead = [](const Options& o) {
        return answering(o, [&](Context& c) { return readBundle(c, o); });
    };
    out.bundleWrite = [](const Options& o) {
        return answering(o, [&](Context& c) { return writeBundle(c, o); });
    };
    out.stationList = [](const Options& o) {
        return answering(o, [](Context& c) { return listStations(c); });
    };
    out.typeAdd = typeAdd;
    out.history = history;
    out.erase = eraseContent;
    out.figures = figures;
    out.numbers = [](const Options& o) {
        return answering(o, [&](Context& c) {
            return listNumbers(c, {o.year, o.numberKind, o.numberOrg}, o.printer.language);
        });
    };
    out.verifyLog = verify;
    out.backup = backup;
    out.restore = restore;
    return out;
}

/// English where the environment asks for it; the product speaks Chinese first.
Language languageOfEnvironment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("en") ? Language::En : Language::Zh;
    return Language::Zh;
}

int run(int argc, char** argv) {
    Options options;
    options.printer.language = languageOfEnvironment();
    Command chosen;
    CLI::App app("法驿区县枢纽 / Fayi district hub", "fayi-server");
    describe(app, options, chosen, commands());
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem, std::cout, std::cerr);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    return chosen(options);
}

}  // namespace
}  // namespace fayi::hub

int main(int argc, char** argv) {
    try {
        return fayi::hub::run(argc, argv);
    } catch (const std::exception& bug) {
        std::cerr << "fayi-server: " << bug.what() << '\n';
        return 70;
    }
}
