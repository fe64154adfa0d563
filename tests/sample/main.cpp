// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "generator.h"

namespace {

using namespace fayi;

int failed(const Error& error) {
    std::cerr << error.message.zh << "\n" << error.message.en << "\n";
    return error.code == ErrorCode::Usage ? 2 : 70;
}

/// One type: its records. Several: in turn, each line with its "type", so that a reader can tell them apart.
int print(const sample::Generator& generator, const std::vector<const schema::RecordType*>& types,
          std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto& type = *types[i % types.size()];
        auto record = generator.make(type, first + i / types.size());
        if (!record.ok())
            return failed(record.error());
        if (types.size() > 1)
            record.value()["type"] = type.name;
        std::cout << record.value().dump() << '\n';
    }
    return std::cout.flush() ? 0 : 70;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Seeded sample records, one JSON object per line, for: fayi-station create TYPE -");
    sample::Generator::Options options;
    std::uint64_t first = 0;
    std::uint64_t count = 1;
    std::vector<std::string> names;
    bool withoutOrg = false;
    app.add_option("--seed", options.seed, "The same seed gives the same records");
    app.add_option("--first", first, "Number of the first record");
    app.add_option("--count", count, "How many lines");
    app.add_option("--type,--types", names, "Record types, by commas; several alternate and say their type")
        ->delimiter(',')
        ->required();
    app.add_option("--year", options.year, "The year they happen in")->check(CLI::Range(2000, 2100));
    app.add_option("--org", options.org,
                   "Code of a district, street, town or village; records lie in or below it");
    app.add_flag("--no-org", withoutOrg, "Leave out \"org\": for a store that is not enrolled");
    CLI11_PARSE(app, argc, argv);
    options.withOrg = !withoutOrg;

    const auto catalog = schema::Catalog::builtIn();
    if (!catalog.ok())
        return failed(catalog.error());
    std::vector<const schema::RecordType*> types;
    for (const auto& name : names) {
        types.push_back(catalog.value().type(name));
        if (!types.back())
            return failed(
                {ErrorCode::Usage, {"没有这个记录类型：" + name, "there is no record type " + name}});
    }
    const auto generator = sample::Generator::of(catalog.value(), options);
    return generator.ok() ? print(generator.value(), types, first, count) : failed(generator.error());
}
