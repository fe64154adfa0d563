// SPDX-License-Identifier: Apache-2.0
// Plans that once broke an invariant, shrunk to the few operations that did it.
// long: one plan after another; none needs the others to be understood
#include <gtest/gtest.h>

#include <set>

#include "run.h"

namespace fayi::sim {
namespace {

struct Step {
    std::string_view kind;
    std::uint64_t seed;
};

/// A world of a seed in which these things happen, with these faults alone.
Plan planWith(std::uint64_t seed, const std::vector<Step>& steps, const std::set<Fault>& faults = {}) {
    Plan plan;
    plan.seed = seed;
    for (const Fault fault : faults)
        plan.faults[static_cast<std::size_t>(fault)] = true;
    for (const Step& step : steps)
        for (std::size_t i = 0; i < kKinds; ++i)
            if (nameOf(static_cast<Kind>(i)) == step.kind)
                plan.operations.push_back({static_cast<Kind>(i), step.seed, plan.operations.size()});
    EXPECT_EQ(plan.operations.size(), steps.size());
    return plan;
}

std::string linesOf(const std::vector<std::string>& trace) {
    std::string out;
    for (const std::string& line : trace)
        out += line + "\n";
    return out;
}

void expectHolds(const Plan& plan) {
    const Outcome outcome = run(plan);
    EXPECT_TRUE(outcome.ok()) << outcome.invariant << ": " << outcome.what << "\n" << linesOf(outcome.trace);
}

TEST(OnceBroken, AStoreWhosePenHasWrittenNothingHearsOfItsCopyThatDid) {
    expectHolds(planWith(50, {{"clone", 4159779986219829880U},
                              {"unknown-type", 9650570772222845379U},
                              {"partial-sync", 8972569032929229023U},
                              {"sync", 17725637057668337405U},
                              {"create", 13330134912633466020U}}));
}

TEST(OnceBroken, AStoreWithTwoPensIsToldOnceThoughEachPenIsFoundOutApart) {
    expectHolds(planWith(26, {{"create", 14812730139833831100U},
                              {"join-person", 5902789773858726468U},
                              {"clone", 5808348115340191431U},
                              {"join-person", 5034442072514216078U},
                              {"sync", 16172589819507353459U},
                              {"sync", 7674735487571031340U},
                              {"edit", 18064445784102523997U},
                              {"undelete", 8901328143651363553U},
                              {"clone", 11352058071429977401U},
                              {"add-item", 5510992226154759389U},
                              {"large-save", 5278707609220473901U}}));
}

TEST(OnceBroken, ACopyHearsOfWhatWasRefusedBeforeItParted) {
    expectHolds(planWith(27, {{"create", 14440633082518545477U},
                              {"invalid", 11326980187758806430U},
                              {"clone", 8589458665470939297U},
                              {"create", 3182660125699946071U},
                              {"invalid", 8406406564599520112U}}));
}

TEST(OnceBroken, ACopyOfACopyIssuesWhatTheCopyHasIssued) {
    expectHolds(planWith(67, {{"create", 13867950405284003187U},
                              {"unknown-type", 3959224313864043121U},
                              {"move", 5407418147535921724U},
                              {"partial-sync", 8710847971676335486U},
                              {"clone", 18433218117284619503U},
                              {"sync", 18242344662799971211U},
                              {"move", 17178496544283143295U},
                              {"edit-set", 11506002278098190771U},
                              {"clone", 5797430841967213720U}}));
}

TEST(OnceBroken, NothingOfAForkedStoreIsTakenBeforeItHasIssuedAgainWhatItsOtherPensName) {
    expectHolds(planWith(93, {{"create", 16900195271149230665U},
                              {"clone", 8482769555462315897U},
                              {"edit", 13034531377357535391U},
                              {"edit", 16886386146235909072U},
                              {"backup", 11097494784935202126U},
                              {"restore-backup", 13458165966201136609U},
                              {"edit", 17656589127928635862U}}));
}

TEST(OnceBroken, AnItemOfAForkedPenIsEditedByAnotherPen) {
    expectHolds(planWith(597, {{"create", 14367270334003635104U},      {"create", 6822238842490674297U},
                               {"create", 17455092070255718209U},      {"sync", 3934091579474071185U},
                               {"sync", 5249515644075960810U},         {"create", 6418894424280458119U},
                               {"sync", 8668590391437494635U},         {"create", 2368136042669252224U},
                               {"create", 16435658028266913131U},      {"sync", 17367810038803461425U},
                               {"create", 10144726103326785894U},      {"create", 4854514319199035286U},
                               {"delete", 9862078390015645985U},       {"sync", 3548346462572857171U},
                               {"sync", 11453927638928077938U},        {"sync", 13219548912038374877U},
                               {"join-person", 14089148869007952292U}, {"create", 15736348152504159796U},
                               {"clone", 17806261114719327415U},       {"add-item", 15015385766264872426U},
                               {"sync", 1991360841946599100U},         {"add-item", 1473550512083988057U},
                               {"edit-item", 8122198150241189566U}}));
}

TEST(OnceBroken, ARemovalThatIsRestoredIsARemoval) {
    expectHolds(planWith(492, {{"join-person", 16351117284444842215U},
                               {"create", 17502587264070342893U},
                               {"remove-item", 11223576678420274065U},
                               {"create", 1200975087413139903U},
                               {"create", 16507517215898693300U},
                               {"partial-sync", 14800406533124932706U},
                               {"create", 14943017136612256361U},
                               {"restore-version", 6784642379990208456U}}));
}

TEST(OnceBroken, TwoCopiesIssueTheSameSaveBeforeEitherSends) {
    expectHolds(planWith(443, {{"clone", 10186741515452652903U},
                               {"edit", 7601887164538744556U},
                               {"edit", 14380787451683314436U},
                               {"sync", 8941573266492058648U},
                               {"clone", 16613290264380115715U},
                               {"clone", 1835514636422062518U},
                               {"partial-sync", 455764975577355934U},
                               {"sync", 9011466193757267904U}}));
}

TEST(OnceBroken, AMoveInTheSameRequestAsWhatItMakesForbidden) {
    expectHolds(planWith(561, {{"join-person", 244797610822910612U},
                               {"edit", 9865764023599139617U},
                               {"move", 4996212582078913896U}}));
}

TEST(OnceBroken, APersonWhoJoinedAfterTheBackupWritesThoughTheHubWasPutBack) {
    expectHolds(planWith(38, {{"create", 7790402407866087445U},
                              {"hub-backup", 1426569535793093837U},
                              {"join-person", 16882435676850812032U},
                              {"submit", 13917982253233621166U},
                              {"hub-restore", 3242032629935026990U}}));
}

TEST(OnceBroken, ACopyIsNotToldThatTheHubHasWhatTheOtherCopySent) {
    expectHolds(planWith(97, {{"hub-backup", 1356644570430416812U},
                              {"sync", 10816863409732214595U},
                              {"sync", 1816980335856555694U},
                              {"edit", 14523319553084418997U},
                              {"sync", 5660078022625543009U},
                              {"hub-restore", 16563388289958282390U},
                              {"clone", 10983520443036895021U},
                              {"edit-item", 11203982820990995652U},
                              {"delete", 8369188534022394620U}}));
}

TEST(OnceBroken, ACopyOfAStoreThatSendsAgainKeepsWhatItHasInCommon) {
    expectHolds(planWith(85, {{"change-scope", 1568056235061126375U},
                              {"create", 15116852469575837145U},
                              {"join-person", 9538244208106141641U},
                              {"delete", 18400577973283667563U},
                              {"create", 13968169414437949443U},
                              {"hub-backup", 16629234946396272802U},
                              {"sync", 10944631215549631693U},
                              {"sync", 16885052060358840988U},
                              {"create", 8020387153080562242U},
                              {"hub-restore", 13514714191119489163U},
                              {"clone", 5475636238917614247U},
                              {"unknown-field", 14595308842545788649U}}));
}

TEST(OnceBroken, NewsUnderAnOwnNameIsNoneBeforeTheStoreHasAnother) {
    expectHolds(planWith(87, {{"create", 15483787123433011122U},
                              {"hub-backup", 921867251371238969U},
                              {"sync", 10695950583236263020U},
                              {"create", 6690237091573778993U},
                              {"hub-restore", 3762953528247034529U},
                              {"clone", 9728117850582225183U},
                              {"large-save", 2826433033674056396U},
                              {"sync", 17230003091705459611U},
                              {"sync", 8905185696727704284U},
                              {"submit", 18261143723189843365U},
                              {"edit", 10854328444314382658U}}));
}

TEST(OnceBroken, ACopyIsComparedFromTheBackupOn) {
    expectHolds(planWith(92, {{"hub-backup", 11097659334284112000U},
                              {"create", 13973069826131410748U},
                              {"sync", 6311676043601435167U},
                              {"hub-restore", 10353482025060366041U},
                              {"clone", 5703612236555096123U},
                              {"edit", 10730969061928775778U},
                              {"delete", 17570308773266414104U},
                              {"edit", 2915640051231105949U}}));
}

TEST(OnceBroken, APersonWhoJoinedAfterTheBackupIsShownThoughTheRejoinWasCut) {
    expectHolds(planWith(2464,
                         {{"hub-backup", 17573594840654759909U},
                          {"join-person", 9614471236681646738U},
                          {"hub-restore", 3195069571833626740U},
                          {"sync", 1002399402765021917U},
                          {"create", 14047348218520406582U}},
                         {Fault::CutRequest, Fault::Captive, Fault::StationDiesSyncing}));
}

TEST(OnceBroken, ACopyWithMoreToSendIsToldOfItsForkBeforeItsNewScope) {
    expectHolds(planWith(2548,
                         {{"sync", 10150606276028554126U},
                          {"create", 13626439544812467308U},
                          {"clone", 2194774453663195527U},
                          {"move", 15563275720696771137U},
                          {"change-scope", 14239495807657635913U},
                          {"create", 12861630516703534444U},
                          {"sync", 6673564656582686667U}},
                         {Fault::Busy}));
}

TEST(OnceBroken, NewsOfANameThatTheStoreGaveAwayItselfWaitsUntilAllIsSent) {
    expectHolds(planWith(2783, {{"hub-backup", 14847164058362983630U},  {"create", 10223255522585606857U},
                                {"sync", 4224029377452081103U},         {"create", 202519708077597021U},
                                {"create", 6811958372965223638U},       {"create", 1225705583555779064U},
                                {"out-of-scope", 7527852892183590750U}, {"clone", 10619976438718021213U},
                                {"hub-restore", 4932417930901572983U},  {"edit-item", 4469295109758813613U},
                                {"create", 5508415875345397162U},       {"sync", 11130300866404372829U},
                                {"edit-set", 6002837973111123453U},     {"sync", 17435337567441176182U},
                                {"edit", 7307661573887179512U},         {"create", 11681257873222882750U},
                                {"edit-set", 417065243751255294U},      {"clear", 8690926473568690556U},
                                {"create", 13060446619053592426U},      {"create", 8478152137580894678U},
                                {"create", 10856365637497373818U},      {"edit", 2638291417067111470U},
                                {"sync", 5387018676147195987U},         {"sync", 16821599936723579171U},
                                {"edit-set", 5160369939010853048U},     {"create", 13212300122853441903U}},
                         {Fault::DropAnswer, Fault::Busy, Fault::Captive, Fault::StationDiesSyncing}));
}

TEST(OnceBroken, WhatAnUnsentChangeSupersededIsToldToAHubThatForgotIt) {
    expectHolds(
        planWith(2772,
                 {{"hub-backup", 5971032529090283001U},
                  {"join-person", 4808356615164256818U},
                  {"sync", 2482093498095793588U},
                  {"sync", 2676781601393606898U},
                  {"hub-restore", 1132031361770622843U},
                  {"clear", 17563461744997718926U},
                  {"sync", 14987351934792948872U}},
                 {Fault::Busy, Fault::StationDiesSaving, Fault::StationDiesSyncing, Fault::HubDiesRuling}));
}

TEST(OnceBroken, WhatIsReadFromALogThatWasNeverSyncedOutlivesTheNextPowerCut) {
    expectHolds(planWith(10058,
                         {{"hub-backup", 6172095731315321971U},
                          {"lock", 2776882684228837755U},
                          {"sync", 2121918895296567259U},
                          {"create", 8009595865755265804U},
                          {"hub-restore", 18385317877875340416U},
                          {"sync", 14763901004935212769U},
                          {"hub-crash", 3840341148125343129U},
                          {"change-scope", 1368822176384780111U}},
                         {Fault::DropAnswer, Fault::CutAnswer, Fault::HubDies, Fault::KillOnly}));
}

TEST(OnceBroken, WhatWasMendedIsNotIssuedAgainByACopy) {
    expectHolds(planWith(21451,
                         {{"create", 663823172304160895U},
                          {"clone", 11738961869814016139U},
                          {"delete", 4505645304978243497U},
                          {"invalid", 8950742143885017413U},
                          {"hub-backup", 841869186538963596U},
                          {"sync", 9729770018377966761U},
                          {"mend", 2424273224534187674U},
                          {"hub-restore", 1669510468749624023U}},
                         {Fault::DropAnswer, Fault::Captive}));
}

TEST(OnceBroken, ANameOfAnotherRecordIsIssuedAgainWhateverAReceiptSays) {
    expectHolds(planWith(6574,
                         {{"clone", 9323253682281975077U},
                          {"create", 6110866148315288394U},
                          {"clone", 15583389761632730768U},
                          {"hub-backup", 5619343041433642951U},
                          {"clone", 4704363251621095752U},
                          {"clear", 10720287788573412436U},
                          {"create", 18110105752132528428U},
                          {"sync", 5860419748780555131U},
                          {"hub-restore", 456059000069314841U},
                          {"sync", 2439927828397457690U},
                          {"sync", 1795994061603779802U},
                          {"hub-restore", 10682816435344027596U}},
                         {Fault::Captive}));
}

TEST(OnceBroken, AnEditOfANameThatMeansAnotherRecordNowIsJudgedByThatRecord) {
    expectHolds(planWith(15091,
                         {{"create", 907979898666874814U},
                          {"clone", 9370468169957852972U},
                          {"clone", 5898266401308912023U},
                          {"create", 7728777849783912707U},
                          {"create", 3468770509553425708U},
                          {"create", 12056541509081425518U},
                          {"hub-backup", 1234386497506133887U},
                          {"sync", 2146658770459534340U},
                          {"sync", 8172711347914844345U},
                          {"hub-restore", 7280337280556582001U},
                          {"invalid", 8188190783738410940U},
                          {"sync", 15264884964964158420U}},
                         {Fault::DropRequest, Fault::CutRequest, Fault::CutAnswer}));
}

TEST(OnceBroken, WhatRestedOnARefusalAndWasMendedIsNotIssuedAgainByACopy) {
    expectHolds(planWith(61105,
                         {{"create", 11832440996532734025U},
                          {"lock", 889118376356835340U},
                          {"load-form", 18150633587629785815U},
                          {"bundle-write", 18181061978220203434U},
                          {"clone", 15688872824054222808U},
                          {"save-form", 8306557182416353886U},
                          {"bundle-deliver", 14198890061139157218U},
                          {"return", 11915323398000343681U},
                          {"mend", 7036870921574553015U},
                          {"sync", 13032190983953557789U}},
                         {Fault::CutRequest, Fault::StationDiesSyncing}));
}

TEST(OnceBroken, AnAnswerOfAHubPutBackSpeaksOnlyOfThePensThatAskedForIt) {
    expectHolds(planWith(70539, {{"bundle-write", 9914677033775026787U},
                                 {"bundle-write", 13698045495511473055U},
                                 {"bundle-write", 10770285154045845864U},
                                 {"create", 17255578325834826828U},
                                 {"bundle-write", 281484656165459895U},
                                 {"hub-backup", 4679625235177460059U},
                                 {"clone", 6957407982691986049U},
                                 {"add-item", 9634718388955571490U},
                                 {"join-person", 12970369151870081228U},
                                 {"partial-sync", 12210574467080002292U},
                                 {"sync", 6120051453289573236U},
                                 {"edit-item", 7205636041549593420U},
                                 {"bundle-write", 14827439801057912086U},
                                 {"sync", 8279605522812324813U},
                                 {"hub-restore", 13435703023525358381U},
                                 {"bundle-deliver", 15151264295403563719U}}));
}

TEST(OnceBroken, WhoIsNotShownARecordThatItsNameNoLongerMeansMendsNothingOfIt) {
    expectHolds(planWith(71660, {{"clone", 17358437243211613641U},
                                 {"hub-backup", 8033778932785565563U},
                                 {"create", 3603031135576347842U},
                                 {"sync", 15972684689293563557U},
                                 {"join-person", 16622822664797490092U},
                                 {"add-item", 8720433473639714277U},
                                 {"partial-sync", 12672891014482763192U},
                                 {"edit", 4584419828740156049U},
                                 {"hub-restore", 12592895181190380926U},
                                 {"sync", 439328143903909312U},
                                 {"sync", 16900175913434858133U},
                                 {"mend", 2222072297374129545U}}));
}

TEST(OnceBroken, ARefusalIsJudgedByWhereTheRecordStoodWhenTheFirstOfTwoRequestsCame) {
    expectHolds(
        planWith(72337,
                 {{"sync", 15181827396332007421U},
                  {"sync", 6039312651210491866U},
                  {"move", 17992268754420983160U},
                  {"join-person", 11622352539573851910U},
                  {"sync", 6074471651821264175U},
                  {"sync", 8390922949942393851U},
                  {"edit-set", 3949466396562006464U},
                  {"move", 15595429877990653147U},
                  {"partial-sync", 400885919085584977U}},
                 {Fault::Duplicate, Fault::Captive, Fault::StationDiesSaving, Fault::StationDiesSyncing}));
}

TEST(OnceBroken, ACopyHearsWhatTheHubHasOfThePensThatItHadNotSentYet) {
    expectHolds(planWith(72371,
                         {{"create", 190024852441077504U},        {"create", 18018132821443999663U},
                          {"create", 18072673377592106264U},      {"sync", 10315163478079804896U},
                          {"create", 2231016009129635937U},       {"sync", 2111344381287281549U},
                          {"add-item", 5574500259331409173U},     {"sync", 1792277674477889692U},
                          {"join-person", 1553566813486395292U},  {"hub-backup", 16082231322222232491U},
                          {"clone", 9854950038880166781U},        {"verify", 7973824379121445500U},
                          {"sync", 1820991547106819415U},         {"sync", 11671577573316768737U},
                          {"create", 11987609582239522184U},      {"clone", 13915785853786170472U},
                          {"unknown-type", 3025960182890088878U}, {"create", 1115335437354234071U},
                          {"edit", 10679754883024149403U},        {"edit", 15582344751725743744U},
                          {"create", 7726726726336920921U},       {"sync", 11458115492231559759U},
                          {"hub-restore", 14483103516620031103U}},
                         {Fault::CutRequest}));
}

TEST(OnceBroken, AnEditOfWhatAnotherCopyIssuedAgainStaysAnEditOfThat) {
    expectHolds(planWith(77552,
                         {{"clone", 7264082496243279462U},         {"create", 12574652604835906039U},
                          {"create", 4629564436446804384U},        {"create", 15192005334845125482U},
                          {"create", 2260469255701177099U},        {"create", 5213092857086323663U},
                          {"partial-sync", 17256861743011467132U}, {"invalid", 12687766359890566801U},
                          {"create", 5000306215177410522U},        {"clone", 16619611665538483657U},
                          {"bundle-write", 14544887907587796028U}, {"bundle-deliver", 7864149165224941933U},
                          {"sync", 10225500662098521940U},         {"clone", 6855302381685112816U},
                          {"sync", 12813702422856175826U},         {"sync", 16870948064521290686U},
                          {"hub-backup", 5031939516547973488U},    {"sync", 7280428602090654936U},
                          {"edit", 10982098783291625143U},         {"hub-restore", 6098021002221805670U}},
                         {Fault::Captive, Fault::StationDiesSyncing}));
}

TEST(OnceBroken, ACopyKeepsNothingOfAPersonWhoseAuthorityEndedBeforeItsForkCameToLight) {
    expectHolds(planWith(88734,
                         {{"create", 5594037842385240397U},
                          {"partial-sync", 12740428953255777449U},
                          {"create", 11597089335119489651U},
                          {"change-scope", 5310621407687210040U},
                          {"join-person", 15498424405965828763U},
                          {"create", 633331213721286973U},
                          {"clone", 3106972290169828990U},
                          {"revoke", 11947666714045092918U},
                          {"clone", 6084037468327918345U},
                          {"submit", 3934120159487444226U}},
                         {}));
}

TEST(OnceBroken, ACopyKeepsNothingOfWhatARevokedPersonWrote) {
    expectHolds(planWith(80565,
                         {{"partial-sync", 2586672068622762911U},
                          {"join-person", 10681252885212376404U},
                          {"create", 6023023909836307761U},
                          {"clone", 3817787954092920963U},
                          {"revoke", 11849929937608610747U},
                          {"edit", 12491619386422269734U}},
                         {}));
}

TEST(OnceBroken, ACopyLearnsOfWhatAnotherCopySentAgainToAHubThatWasPutBack) {
    expectHolds(planWith(84964,
                         {{"hub-backup", 2274513179906587092U},
                          {"large-save", 7423356980535570992U},
                          {"clone", 3911298467973366498U},
                          {"lock", 8880627652647147348U},
                          {"sync", 11371972413878968169U},
                          {"hub-restore", 12309278862601415817U}},
                         {}));
}

TEST(OnceBroken, ABundleOfACopyThatHadNothingToSayOfAPenIsNoSecondSave) {
    expectHolds(planWith(80004,
                         {{"join-person", 2589887186162266461U},
                          {"join-person", 10527454444468766818U},
                          {"clone", 16765070957590674075U},
                          {"create", 16531058013106644866U},
                          {"verify", 14941407279726410777U},
                          {"sync", 17254556281568535104U},
                          {"bundle-write", 17753287643024184915U},
                          {"edit", 13274304780547521200U},
                          {"sync", 16487595414950613444U},
                          {"bundle-deliver", 7389430991557945282U}},
                         {}));
}

TEST(OnceBroken, AnOldRequestOfAPenThatForkedBringsNoSecondSave) {
    expectHolds(planWith(81285,
                         {{"clone", 1299520456832868697U},
                          {"create", 9527037249856847840U},
                          {"join-person", 744585044677335588U},
                          {"sync", 11293286249644062529U},
                          {"create", 4001902408540832629U},
                          {"sync", 559027855840106290U},
                          {"partial-sync", 9781744278387096187U},
                          {"edit", 10052427530023705947U},
                          {"sync", 9318555353403277621U},
                          {"deliver-old", 9784698496124191325U}},
                         {Fault::DropRequest, Fault::Delay}));
}

TEST(OnceBroken, AVoidThatIsMendedWithACorrectionIsRefusedForIt) {
    expectHolds(planWith(
        183,
        {{"void", 756323986120427272U}, {"sync", 1466928684588928156U}, {"mend", 17809248875460760437U}}));
}

TEST(OnceBroken, AVoidThatIsMendedWhereAnotherWaitsLeavesNoReasonAlone) {
    expectHolds(planWith(918,
                         {{"create", 13570309695981890082U},
                          {"sync", 2636602375908356590U},
                          {"sync", 11601200532161313174U},
                          {"void", 6758384229001184964U},
                          {"sync", 13868105329968362110U},
                          {"void", 1461777095803701793U},
                          {"mend", 14840362311331084182U}},
                         {Fault::HubDies}));
}

TEST(OnceBroken, WhatAnUnsentEditOfATextBeganFromIsKnownThoughItCameAsAState) {
    expectHolds(planWith(2421,
                         {{"create", 10891210559669308843U},
                          {"change-scope", 271833310350780172U},
                          {"create", 8709013101847055888U},
                          {"create", 8823985201183165136U},
                          {"sync", 13477340220004862907U},
                          {"bundle-write", 5222055513253412904U},
                          {"clone", 2137363646427870581U},
                          {"bundle-deliver", 8742780572929250228U},
                          {"edit-text", 10443300232519703198U},
                          {"sync", 14573274626556938566U},
                          {"large-save", 3321736599318700139U},
                          {"sync", 4933689853253585424U},
                          {"edit-text", 11381674776547345231U},
                          {"partial-sync", 549661402256996355U},
                          {"station-crash", 9416721610717719439U}},
                         {Fault::Busy}));
}

TEST(OnceBroken, AVerificationHoldsWhereTwoEditsOfATextMergeByThemselves) {
    expectHolds(planWith(3387,
                         {{"create", 2289541401836524126U},
                          {"move", 12552924942086857500U},
                          {"create", 7945821804725450697U},
                          {"sync", 8922747441248155408U},
                          {"edit-text", 10703796205917784376U},
                          {"sync", 7828241817916408698U},
                          {"edit-text", 11750550061825877229U},
                          {"create", 10556716734090321486U},
                          {"create", 6198584617555096026U},
                          {"sync", 9240935422725981442U},
                          {"change-scope", 8706716467964715300U},
                          {"sync", 17311224244989655982U},
                          {"sync", 448414728127413683U},
                          {"create", 527518622810427148U},
                          {"sync", 5286280555852695491U},
                          {"verify", 15209137870816188356U}},
                         {Fault::CutRequest}));
}

TEST(OnceBroken, TheTextBothBeganFromIsToldToWhoTookATestimonyWithoutIt) {
    expectHolds(planWith(2609,
                         {{"create", 17218567960642631001U},
                          {"hub-backup", 2378339653394251323U},
                          {"sync", 8814132775680705588U},
                          {"create", 18163368721097238931U},
                          {"sync", 582138360905729463U},
                          {"join-person", 13806459227410400071U},
                          {"sync", 17058494332157410120U},
                          {"edit-text", 3972559100435211248U},
                          {"edit-text", 12588313409984282694U},
                          {"hub-restore", 10763674970540038746U},
                          {"add-item", 7362910189196128392U},
                          {"partial-sync", 14747496221750612576U},
                          {"sync", 5575436236357995715U},
                          {"move", 11373173247275832822U},
                          {"hub-restore", 4427714439793919927U}},
                         {Fault::DropRequest, Fault::HubDies}));
}

TEST(OnceBroken, ATestimonyOfAStateKeepsTheContextsOfItsAuthors) {
    expectHolds(planWith(2609,
                         {{"join-person", 549293093696049875U},   {"create", 17218567960642631001U},
                          {"hub-backup", 2378339653394251323U},   {"sync", 8814132775680705588U},
                          {"create", 596713706561894583U},        {"create", 12742224312070019168U},
                          {"create", 18163368721097238931U},      {"sync", 582138360905729463U},
                          {"partial-sync", 1109820110771340259U}, {"join-person", 13806459227410400071U},
                          {"sync", 17058494332157410120U},        {"sync", 2990101418145586610U},
                          {"edit-text", 3972559100435211248U},    {"edit-text", 12588313409984282694U},
                          {"hub-restore", 10763674970540038746U}, {"sync", 13189680993874336426U},
                          {"sync", 13860113944304783438U},        {"delete", 18381409194274540445U},
                          {"edit-text", 1152146282064743726U},    {"sync", 13501955318052484533U},
                          {"sync", 5171359117221652692U},         {"sync", 7719884064498080945U},
                          {"hub-restore", 4427714439793919927U}},
                         {Fault::DropRequest, Fault::HubDies}));
}

TEST(OnceBroken, WhatAStateHadLeftOutOfATestimonyIsTakenFromWhoHoldsTheChange) {
    expectHolds(planWith(20168,
                         {{"create", 16886732387618862688U},
                          {"delete", 6502951986819429200U},
                          {"hub-backup", 1705766648124755963U},
                          {"create", 11857321691018302376U},
                          {"create", 5629833056587510104U},
                          {"create", 13140214632772414237U},
                          {"sync", 4349490937172899200U},
                          {"sync", 593529939795651868U},
                          {"create", 6668968161764115496U},
                          {"sync", 6216528014522764943U},
                          {"move", 11694588043621812840U},
                          {"sync", 11913759931283389737U},
                          {"sync", 4180787577196305176U},
                          {"edit-text", 14108596969963572118U},
                          {"join-person", 6151547146326268175U},
                          {"edit-text", 18126721596860158946U},
                          {"sync", 6864935429209494437U},
                          {"sync", 2253781167521468332U},
                          {"hub-restore", 7796885089759416788U}},
                         {Fault::DropAnswer}));
}

TEST(OnceBroken, WhatHubAndStoreWereBothPutBackBeforeIsJudgedAnew) {
    expectHolds(planWith(20994,
                         {{"create", 2226760420717955367U},
                          {"hub-backup", 4085364643694162115U},
                          {"sync", 5033638043663081662U},
                          {"sync", 10363622682734761082U},
                          {"delete", 2253461799299817910U},
                          {"create", 36098570474233561U},
                          {"backup", 7807656601368848883U},
                          {"sync", 2566466433611535624U},
                          {"hub-restore", 16293698491150976795U},
                          {"create", 10729885415515429171U},
                          {"restore-backup", 1314133838769332269U},
                          {"create", 15645190720840039680U},
                          {"sync", 16354108820143911575U},
                          {"sync", 3242490063178693279U},
                          {"create", 8314724838862910358U},
                          {"create", 12249096480330601635U},
                          {"move", 6846430872997599111U}},
                         {Fault::DropAnswer, Fault::Busy, Fault::HubDies}));
}

}  // namespace
}  // namespace fayi::sim
