// SPDX-License-Identifier: Apache-2.0
#include "options.h"

namespace fayi::hub {
namespace {

/// Adds one command; global options may stand on either side of its name.
CLI::App* add(CLI::App& parent, const std::string& name, const std::string& help, Command& chosen,
              const Command& command) {
    CLI::App* out = parent.add_subcommand(name, help);
    out->fallthrough();
    out->callback([&chosen, command] { chosen = command; });
    return out;
}

void describeService(CLI::App& app, Options& options, Command& chosen, const Commands& commands) {
    CLI::App* init =
        add(app, "init", "建立一个区县的枢纽 / make the hub of a district", chosen, commands.init);
    init->add_option("--district", options.district, "六位区县代码 / six-digit district code")->required();
    init->add_option("name", options.name, "枢纽名称 / name of the hub")->required();

    CLI::App* serve = add(app, "serve", "运行枢纽 / run the hub", chosen, commands.serve);
    serve->add_option("--listen", options.listen, "监听地址:端口 / address:port, port 0 picks a free one")
        ->envname("FAYI_LISTEN")
        ->capture_default_str();
    CLI::Option* cert =
        serve->add_option("--tls-cert", options.tlsCert, "TLS 证书（PEM） / TLS certificate (PEM)");
    CLI::Option* key =
        serve->add_option("--tls-key", options.tlsKey, "TLS 私钥（PEM） / TLS private key (PEM)");
    cert->envname("FAYI_TLS_CERT")->needs(key);
    key->envname("FAYI_TLS_KEY")->needs(cert);

    add(app, "verify-log", "校验全部修改链 / recompute and check every chain", chosen, commands.verifyLog);
    CLI::App* backup =
        add(app, "backup", "备份到一个文件并校验 / a verified copy into a file", chosen, commands.backup);
    backup->add_option("file", options.file, "文件 / file")->required();
    CLI::App* restore =
        add(app, "restore", "用备份在空文件夹里重建枢纽 / a hub from a backup, in an empty folder", chosen,
            commands.restore);
    restore->add_option("file", options.file, "备份文件 / the backup")->required();
}

/// Where attachments are: the commands that write or remove some need to know.
void describeStorage(CLI::App& app, Options& options) {
    CLI::Option* endpoint =
        app.add_option("--s3-endpoint", options.s3Endpoint,
                       "附件放在 S3 兼容的对象存储 / attachments in an S3 storage: its URL");
    CLI::Option* bucket = app.add_option("--s3-bucket", options.s3Bucket, "存储桶 / bucket");
    CLI::Option* key = app.add_option("--s3-access-key", options.s3AccessKey, "访问密钥 / access key");
    CLI::Option* secret =
        app.add_option("--s3-secret-key", options.s3SecretKey, "私有密钥，宜用环境变量 / secret key");
    endpoint->envname("FAYI_S3_ENDPOINT")->needs(bucket)->needs(key)->needs(secret);
    bucket->envname("FAYI_S3_BUCKET");
    key->envname("FAYI_S3_ACCESS_KEY");
    secret->envname("FAYI_S3_SECRET_KEY");
    app.add_option("--s3-region", options.s3Region, "区域 / region")
        ->envname("FAYI_S3_REGION")
        ->capture_default_str();
    app.add_option("--s3-ca", options.s3Ca, "核对其证书的 CA 文件 / file of trusted issuers (PEM)")
        ->envname("FAYI_S3_CA");
}

void describePeople(CLI::App& app, Options& options, Command& chosen, const Commands& commands) {
    CLI::App* org = app.add_subcommand("org", "机构 / org units")->fallthrough()->require_subcommand(1);
    add(*org, "list", "列出机构 / list them", chosen, commands.orgList);
    CLI::App* replace = add(*org, "replace", "由新机构接替，如镇改街道 / a unit takes another's place",
                            chosen, commands.orgReplace);
    replace->add_option("org", options.org, "原机构代码 / code of the unit that ends")->required();
    replace->add_option("--code", options.successor, "新机构代码 / code of the new one")->required();
    replace->add_option("--on", options.on, "新机构的第一天 / first day of the new one")->required();
    replace->add_option("--name", options.name, "新机构名称 / its name");
    replace->add_option("--name-en", options.nameEn, "英文名称 / its name in English");
    replace->add_option("--kind", options.kind,
                        "类别 / district|street|town|township|community|village|other");
    CLI::App* lock =
        add(app, "lock", "锁定一个时期的记录 / lock the records of a period", chosen, commands.lock);
    lock->add_option("--org", options.org, "机构代码 / code of the org unit")->required();
    CLI::Option_group* upTo = lock->add_option_group("until");
    upTo->require_option(1);
    upTo->add_option("--until", options.until, "最后一天，空为解除 / last day it covers; empty lifts it");
    upTo->add_flag("--lift", options.lift, "解除锁定 / lift the lock");

    CLI::App* person = app.add_subcommand("person", "人员 / people")->fallthrough()->require_subcommand(1);
    CLI::App* addPerson = add(*person, "add", "增加人员 / add a person", chosen, commands.personAdd);
    addPerson->add_option("--name", options.name, "姓名 / name")->required();
    addPerson->add_option("--role", options.role, "advisor|clerk|head|district|admin|auditor")->required();
    addPerson->add_option("--org", options.org, "所在机构代码 / code of the org unit")->required();
    CLI::App* scope =
        add(*person, "scope", "设定管辖范围 / set what they may see", chosen, commands.personScope);
    scope->add_option("person", options.person, "人员编号 / id of the person")->required();
    scope->add_option("--org", options.orgs, "机构代码，可多个 / codes of org units")->required();
    CLI::App* revoke =
        add(*person, "revoke", "撤销授权 / end their authority", chosen, commands.personRevoke);
    revoke->add_option("person", options.person, "人员编号 / id of the person")->required();
    revoke->add_flag("--now", options.now, "立即生效，不留宽限 / at once, without grace");
    add(*person, "list", "列出人员 / list them", chosen, commands.personList);

    CLI::App* code = add(app, "enrol-code", "发一次性加入码 / a one-time code", chosen, commands.enrolCode);
    code->add_option("--person", options.person, "人员编号 / id of the person")->required();
    code->add_option("--hours", options.hours, "有效小时数 / hours it is valid")
        ->check(CLI::Range(0, 24 * 90))
        ->capture_default_str();

    code->add_option("--file", options.file,
                     "写成加入文件，给没有网络的电脑 / into a file, for a computer without a network");
    code->add_option("--invitation", options.invitation,
                     "写成邀请：.png 为二维码图片，.txt 为文字 / into a picture with a QR code, or a text")
        ->needs(code->add_option("--url", options.url,
                                 "写进文件的枢纽地址 / address of the hub, kept in the file"));

    CLI::App* station =
        app.add_subcommand("station", "电脑 / stations")->fallthrough()->require_subcommand(1);
    add(*station, "list", "列出电脑 / list them", chosen, commands.stationList);
}

void describeBundles(CLI::App& app, Options& options, Command& chosen, const Commands& commands) {
    CLI::App* bundle =
        app.add_subcommand("bundle", "U 盘数据包 / bundles on a stick")->fallthrough()->require_subcommand(1);
    CLI::App* read = add(*bundle, "read", "读取工作站的数据包 / take in what a station wrote", chosen,
                         commands.bundleRead);
    read->add_option("file", options.files, "文件，分份时可列出多份 / file, or the parts of one")->required();
    CLI::App* write =
        add(*bundle, "write", "写给工作站的回信 / the answer to a station", chosen, commands.bundleWrite);
    write->add_option("--station", options.station, "电脑编号 / number of the station")->required();
    write->add_option("--split", options.split, "每份大小，如 700MB / size of a part, as 700MB")
        ->transform(CLI::AsSizeValue(false));
    write->add_option("file", options.file, "文件 / file")->required();
}

void describeContent(CLI::App& app, Options& options, Command& chosen, const Commands& commands) {
    CLI::App* type =
        app.add_subcommand("type", "记录类型 / record types")->fallthrough()->require_subcommand(1);
    CLI::App* addType =
        add(*type, "add", "增加或更新定义 / add or update a definition", chosen, commands.typeAdd);
    addType->add_option("file", options.file, "JSON 文件 / JSON file")->required();

    CLI::App* history =
        add(app, "history", "一条记录的全部修改 / every change of a record", chosen, commands.history);
    history->add_option("record", options.record, "记录编号 / id of the record")->required();

    CLI::App* erase = add(app, "erase", "按规定删除一条记录的内容 / erase content of a record by order",
                          chosen, commands.erase);
    erase->add_option("record", options.record, "记录编号 / id of the record")->required();
    erase->add_option("--field", options.fields,
                      "只删这些字段，可多个 / only these fields; else all of them");
    erase->add_option("--reason", options.reason, "依据 / by what order")->required();
    erase->add_option("--by", options.by, "决定人 / who ordered it");

    CLI::App* figures = add(app, "figures", "报表数据 / figures of a report", chosen, commands.figures);
    figures->add_option("report", options.report, "报表 / report, e.g. annual")->required();
    figures->add_option("figure", options.figure, "数据项 / figure, with --records");
    figures->add_option("--from", options.from, "起始日期 / first day, 2026-01-01")->required();
    figures->add_option("--to", options.to, "截止日期 / last day")->required();
    figures->add_option("--unit", options.unit, "机构代码 / code of an org unit");
    CLI::App* numbers =
        add(app, "numbers", "文号的使用和空号的原因 / official numbers and why some are unused", chosen,
            commands.numbers);
    numbers->add_option("--year", options.year, "年份 / year");
    numbers->add_option("--kind", options.numberKind, "号类 / kind");
    numbers->add_option("--org", options.numberOrg, "机构代码 / code of the office");
    figures->add_flag("--records", options.records, "数据项背后的记录 / the records behind the figure");
}

}  // namespace

void describe(CLI::App& app, Options& options, Command& chosen, const Commands& commands) {
    app.require_subcommand(1);
    app.add_option("--data", options.data, "数据文件夹 / data folder")->envname("FAYI_DATA")->required();
    app.add_flag("--json", options.printer.json, "输出 JSON / print JSON");
    app.add_option_function<std::string>(
           "--lang",
           [&options](const std::string& word) {
               options.printer.language = word == "en" ? Language::En : Language::Zh;
           },
           "zh|en")
        ->check(CLI::IsMember({"zh", "en"}));
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.set_config("--config", "", "TOML 设置文件 / settings file (TOML)");
    describeStorage(app, options);
    describeService(app, options, chosen, commands);
    describePeople(app, options, chosen, commands);
    describeBundles(app, options, chosen, commands);
    describeContent(app, options, chosen, commands);
}

}  // namespace fayi::hub
