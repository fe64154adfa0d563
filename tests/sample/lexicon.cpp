// SPDX-License-Identifier: Apache-2.0
// Invented words of invented people: the vocabulary is common speech, no name is taken from anybody.
#include "grammar.h"

namespace fayi::sample {
namespace {

constexpr std::string_view kPeople = R"(
surname: 赵|钱|孙|李|周|吴|郑|王|冯|陈|蒋|沈|韩|杨|朱|秦|许|何|吕|张|孔|曹|严|华|金|魏|陶|姜|戚|谢|邹|喻|柏|窦|章|苏|潘|葛|范|彭|鲁
 |韦|马|苗|方|俞|任|袁|柳|史|唐|费|廉|岑|薛|雷|贺|倪|汤|滕|殷|罗|毕|郝|安|常|乐|于|傅|齐|康|伍|余|顾|孟|黄|穆|萧|尹|姚|邵|湛|汪|祁|毛
 |狄|米|戴|谈|宋|庞|熊|纪|舒|屈|项|祝|董|梁|杜|阮|蓝|席|季|贾|路|江|童|郭|梅|盛|林|钟|徐|邱|骆|高|夏|蔡|田|樊|胡|凌|霍|万|卢|莫|房
given: 文|静|志|远|明|芳|建|国|秀|英|海|燕|春|梅|永|福|正|华|玉|兰|光|荣|素|珍|世|平|丽|娟|学|军|晓|红|德|贵|桂|香|家|兴|云|霞|天|禄
 |少|波|金|凤|成|林|雪|莲|振|东|淑|贤|克|勤|月|娥|思|源|佳|怡|子|涵|宇|轩|梦|琪|浩|然|诗|雨|俊|杰|欣|妍|泽|楷|若|彤|嘉|懿|书|瑶|一|诺
 |安|宁|乐|和|清|泉|朝|阳|松|柏|厚|道|其|昌|大|川|小|满|立|夏|长|庚|启|明|存|义|守|信|怀|谷|望|舒|知|秋|景|行|维|新|汉|廷|应|时|绍|先
person: {surname}{given}{given}|{surname}{given}{given}|{surname}{given}{given}|{surname}{given}
party: {surname}某|{surname}某{given}|村民{surname}某|{surname}家|{surname}某夫妇|{surname}某等{2-9}户
brand: 禾丰|绿源|鑫茂|瑞和|江润|渝稷|长禾|山合|远耕|万稼|恒沃|嘉穗|福田源|青岗|龙沃|乐稼|明泉|润土|川谷|晨禾|云岭|泰耘|百穗|德稔|宏畴|新畦
 |启农|汇穗|正耘|宜稼|康稷|金畦|盛禾|双穗|溪谷|三耕|广润|佳田|众沃|源野
trade: 农业发展|生态农业|水产养殖|果业|建筑工程|市政工程|劳务|物业管理|商贸|文化旅游|苗木|粮油|新能源科技|环保科技|广告传媒|运输|电子商务
 |园林绿化|农机服务|食品
company: {brand}{trade}有限公司|{brand}{trade}有限公司|{brand}{trade}专业合作社|{brand}家庭农场|{brand}{trade}有限责任公司
counterparty: {company}|{company}|{company}|{person}|{person}等{2-6}户
land: 山坪塘|机耕道旁空地|集体林地|原村小校舍|村集体厂房|撂荒地|柑橘园|鱼塘|晒坝|冷库|门面|仓库|果园|水库水面|光伏屋顶|蔬菜大棚|停车场|烘干房
 |石场旧址|荒坡|加工车间|老办公楼|茶园|稻田|农贸市场摊位|文化院坝|养殖场|育苗棚|提灌站|花椒地
works: 人行便道|四好农村路|饮水管网|污水管网|公厕改建|路灯安装|水毁修复|文化院坝|农房风貌改造|沟渠清淤|便民服务中心装修|护栏安装|山坪塘整治
 |高标准农田|停车位划线|危桥改造|垃圾收集点|监控安装|健身场地|化粪池改造
goods: 办公设备|树苗|化肥|路灯|垃圾桶|宣传品|农机|校服|净水设备|监控设备|防汛物资|鱼苗|柑橘果袋|有机肥|水泥|管材|饲料|电脑|防火物资|种猪
service: 保洁|绿化养护|安保|法律咨询|档案整理|审计|测绘|广告制作|物业|食堂承包|车辆租赁|培训|生活垃圾清运|白蚁防治|电梯维保|网络运维|公益演出
 |残疾人日间照料|居家养老|病媒防制
)";

constexpr std::string_view kContracts = R"(
contract_name: {land}租赁合同|{land}承包经营合同|{land}流转合同|{works}工程施工合同|{goods}采购合同|{service}服务合同|{works}设计合同
 |{works}监理合同|{land}合作开发协议|{land}经营权入股协议|集体资产{land}发包合同|{goods}捐赠协议|{works}补偿协议|{land}转租补充协议|{service}外包合同
 |{land}{land}一并出租合同|{works}工程结算协议|{works}占地补偿协议|{goods}供货框架协议|{land}退包协议|劳务用工协议（{works}）|{land}委托管理合同
contract_name.sale: {goods}采购合同|{goods}供货框架协议|{goods}买卖合同
contract_name.lease: {land}租赁合同|{land}转租补充协议|{land}{land}一并出租合同|{service}车辆租赁合同
contract_name.construction: {works}工程施工合同|{works}设计合同|{works}监理合同|{works}工程结算协议
contract_name.land-contract: {land}承包经营合同|{land}退包协议
contract_name.land-transfer: {land}流转合同|{land}经营权入股协议|{land}经营权流转补充协议
contract_name.collective-asset: 集体资产{land}发包合同|集体{land}出租合同|{land}委托管理合同
contract_name.expropriation: {works}占地补偿协议|{works}青苗补偿协议
contract_name.property-service: {land}物业服务合同|小区物业服务合同（{brand}）
contract_name.labour-service: 劳务用工协议（{works}）|{service}劳务合同
contract_name.mandate: {service}委托合同|{service}外包合同
contract_name.gift: {goods}捐赠协议
contract_name.loan: 周转资金借款合同（{brand}）|{land}抵押借款合同
contract_name.partnership: {land}合作开发协议|{land}合伙经营协议
term: 自签订之日起{1-20}年|{1-5}年，期满前{30-90}日协商续签|{6-36}个月|{20-240}日历天|一次性履行|至{works}竣工验收合格之日|{3-15}年，前{3-12}个月免租
subject: {land}约{2-480}亩|{land}共{60-2400}平方米|{works}，计划工期{20-200}天|{goods}一批，数量{5-900}|{service}，服务范围见附件|{land}及其附属设施
clause_no: 第{1-24}条|第{1-24}条第{1-5}款|附件{1-4}|第{1-24}条第{1-5}项|合同首部|签署页|补充条款第{1-6}条
clause: {clause_no}
problem.party: 签约主体为{company}的分支机构，未见授权委托书|对方为失信被执行人，履行能力存疑|{company}的经营范围不含{trade}|自然人签约未核对身份信息
problem.procedure: 未附村民代表会议决议，表决程序无法核实|决议签字{5-40}人，未过三分之二|未报镇街备案|采购{goods}未按规定比选
problem.subject: 标的{land}的权属证明缺失，边界四至不清|面积与确权证相差{1-30}亩|{land}已另行出租给{party}|土地用途约定为{trade}，与规划用途不一致
problem.price: 价款大小写不一致，相差{1-90}万元|付款节点早于验收{7-60}日|租金{2-9}年不调整，与同类{land}的行情脱节|质保金比例为{3-20}%，但未写明返还条件
problem.term: 租赁期限约定为{21-50}年，超过二十年的部分无效|承包期限超过剩余期限{1-12}年|起算日与交付日相差{5-90}日|免租期{3-18}个月未说明理由
problem.breach: 未约定违约金标准，{counterparty}违约后难以主张损失|违约金每日{1-5}%，明显过高|约定“一切后果由村集体承担”，责任无限扩大
problem.termination: 单方解除权只给予对方，双方权利义务明显失衡|未约定地上附着物归属，退出时易与{party}发生争议|未约定拖欠租金{2-12}个月即可解除
problem.dispute: 争议解决同时约定仲裁和诉讼，仲裁条款可能无效|约定由{company}所在地法院管辖，应诉成本高|未约定送达地址
problem.annex: 附件{1-6}未装订，签章不全|签署页无签字日期，生效时间不明|所列图纸{2-9}张未见原件
problem.text: “定金”误写为“订金”|甲乙双方在第{3-15}条写反|同一{land}前后名称不一|条款编号重复{2-4}处
problem.legality: 合同名称与内容不符，名为合作实为借款|免除己方造成人身损害的责任，条款无效|约定永久使用{land}，没有依据
problem: 承包期限超过剩余期限{1-12}年，超出部分可能无效|租赁期限约定为{21-50}年，超过二十年的部分无效|未约定违约金标准，{counterparty}违约后难以主张损失
 |付款节点早于验收{7-60}日，存在先付款后不合格的风险|未附村民代表会议决议，表决程序无法核实|标的{land}的权属证明缺失，边界四至不清
 |签约主体为{company}的分支机构，未见授权委托书|争议解决同时约定仲裁和诉讼，仲裁条款可能无效|未约定地上附着物归属，退出时易与{party}发生争议
 |质保金比例为{3-20}%，但未写明返还条件|押金{1-30}万元未约定退还期限|单方解除权只给予对方，双方权利义务明显失衡|未约定工程量变更的计价办法
 |约定“一切后果由村集体承担”，责任无限扩大|租金{2-9}年不调整，与同类{land}的行情脱节|未要求对方提供履约担保|保险责任和安全生产责任未写明
 |转租、转包条款允许对方不经同意处分{land}|签署页无签字日期，生效时间不明|对方为失信被执行人，履行能力存疑|价款大小写不一致，相差{1-90}万元
 |{works}未约定农民工工资专用账户|个人信息和影像资料的使用范围未约定|合同名称与内容不符，名为合作实为借款|土地用途约定为{trade}，与规划用途不一致
advice.party: 建议要求{company}出具授权委托书并核对原件|建议查询对方涉诉和失信情况后再决定是否签订|建议由对方提供第三人保证|建议核对身份证原件并留存复印件
advice.procedure: 建议补充村民代表会议决议和公示照片作为附件|建议补开会议，到会人数和表决结果写入记录|建议先报镇街备案再签订|建议按{2-4}家比选并留存报价单
advice.subject: 建议先核实{land}权属，附四至图并由{2-5}户相邻农户签字确认|建议依规划用途修改，并报镇街备案|建议与{party}先行解除原合同|建议以实测面积为准，误差超过{2-5}%的多退少补
advice.price: 建议将付款分为签订{10-30}%、验收{40-60}%、质保期满余款三期|建议统一大小写金额并由双方在更改处签章|建议约定租金每{2-5}年递增{2-10}%|建议增加质保金{3-10}%，一年期满且无质量问题后{7-30}日内返还
advice.term: 建议将期限改为不超过{3-20}年，并写明续签条件|建议起算日以实际交付日为准，双方签字确认|建议免租期缩短为{1-6}个月并说明理由
advice.breach: 建议增加逾期付款按日万分之{2-8}计付违约金|建议删除该款或改为双方对等|建议违约金以合同总价{5-20}%为限
advice.termination: 建议写明地上附着物按残值{10-60}%补偿或自行清除|建议约定拖欠租金{2-6}个月即可解除并收回{land}|建议补充不得擅自转租、改变用途的约定及其后果
advice.dispute: 建议改为“向合同履行地人民法院起诉”|建议约定送达地址和电子送达方式|建议删去仲裁条款，只保留诉讼
advice.annex: 建议附件逐页编号并加盖骑缝章|建议补齐签字日期|建议收齐图纸原件{2-9}张后再签
advice.text: 建议全文统一使用“{land}”的名称|建议改为“定金”，并写明数额{1-20}万元|建议由经办人{person}通读校对
advice.legality: 建议另行签订借款合同，写明用途和还款来源|建议删除该免责条款|建议将“永久”改为不超过{10-20}年
advice: 建议将期限改为不超过{3-20}年，并写明续签条件|建议增加逾期付款按日万分之{2-8}计付违约金|建议补充村民代表会议决议和公示照片作为附件|建议删除该款或改为双方对等
 |建议先核实{land}权属，附四至图并由{2-5}户相邻农户签字确认|建议改为“向合同履行地人民法院起诉”|建议要求{company}出具授权委托书并核对原件
 |建议将付款分为签订{10-30}%、验收{40-60}%、质保期满余款三期|建议写明地上附着物按残值{10-60}%补偿或自行清除|建议约定租金每{2-5}年递增{2-10}%
 |建议增加质保金{3-10}%，一年期满且无质量问题后{7-30}日内返还|建议补充不得擅自转租、改变用途的约定及其后果|建议由对方提供银行保函或第三人保证
 |建议增加安全生产责任和工伤保险条款|建议统一大小写金额并由双方在更改处签章|建议写明工程量以三方签证单为准|建议另行签订借款合同，写明用途和还款来源
 |建议约定送达地址和电子送达方式|建议查询对方涉诉和失信情况后再决定是否签订|建议补充农民工工资专户和按月支付的约定|建议依规划用途修改，并报镇街备案
client: {village}|{village}村民委员会|{town}{office}|{village}股份经济合作联合社|{town}人民政府
client.village: {village}|{village}|{village}股份经济合作联合社|{village}村民委员会
client.township: {town}人民政府|{town}{office}|{town}{office}
client.district-major: 区农业农村委员会|区住房和城乡建设委员会|区交通局|区文化和旅游发展委员会|区教育委员会|区国有资产监督管理机构
law: 《民法典》第{464-978}条|《民法典》第{464-978}条|《民法典》第七百零五条|《村民委员会组织法》第二十四条|《农村土地承包法》第{21-58}条|《招标投标法》第{3-50}条|《保障农民工工资支付条例》第{3-64}条
reason: 对方不同意修改，经办人{person}已说明风险|示范文本不便改动|拟在补充协议中另行约定|村民代表会议已知悉并接受|已口头沟通，{2-15}日内答复|金额较小，不再调整
conclusion_note: {advice_lead}{advice}；{advice}。|{advice_lead}{advice}。|合同主体、程序、标的、价款、期限、违约、争议解决条款已逐项核对，{advice}。|本意见依据送审材料{2-18}页出具，送审材料变动的应当重新送审。
advice_lead: 总体可行，|原则同意签订，|应当修改后再签，|存在{1-5}处较大风险，|程序尚不完备，
archive_no: {year}-HT-{1-900}
record_no: {year}-{1-9000}
external_no: CQ{year}{100000-999999}
opinion_no: {town}合审〔{year}〕{1-600}号
counterparty.organisation: {company}
counterparty.person: {person}
counterparty.household: {person}等{2-6}户
office: 经济发展办公室|农业服务中心|规划建设管理环保办公室|财政办公室|社会事务办公室|综合行政执法大队|文化服务中心|应急管理办公室|平安建设办公室|退役军人服务站
)";

constexpr std::string_view kConsultations = R"(
opening: 来访人称，|电话询问：|本人反映，|夜间院坝会后询问，|赶集日在窗口询问，|陪同亲属来所，称|代{party}询问，|经{person}介绍来问，|第二次来所，称
wish: 想知道能否起诉。|问需要准备哪些证据。|希望帮忙算一算能要回多少。|问是否可以申请法律援助。|希望村里先调解。|想了解时效过没过。|问应当找哪个部门。|请帮忙看看协议怎么写。
 |担心对方转移财产，问能否保全。|问律师费怎么收、能不能免。|想知道对方不到庭怎么办。|问判决后不履行怎么执行。
facts: {opening}{matter}{wish}
matter: 与{party}因{cause}发生纠纷已有{2-36}个月，|收到法院传票，对方是{party}，诉请{1-30}万元，|为{party}做担保{2-20}万元，现被催收，|{party}在网上发帖辱骂本人，|与{company}签订的{contract_name}到期后押金不退，
cause: 土地边界|林木采伐|排水|采光|噪声|鱼塘用水|赡养费|彩礼返还|合伙分红|房屋渗水|道路通行|租金调整|果树补偿|退耕还林补助|坟地占用|借款利息|工程尾款|抚养费
 |遗产分割|牲畜走失|农药漂移|化粪池渗漏|高压线补偿|征收补偿分配|土地确权登记
facts.marriage-family: {opening}与配偶感情不和分居{1-6}年，子女{1-17}岁，{wish}|{opening}结婚时给付彩礼{2-20}万元，共同生活{1-20}个月后分开，{wish}|{opening}离婚后对方{2-24}个月未付抚养费，{wish}
 |{opening}{2-5}个子女对父亲的赡养费分担意见不一，{wish}|{opening}对方常年在外务工，家中房屋{1-4}间如何分，{wish}
facts.inheritance: {opening}父母留下{1-4}间房屋尚未分割，兄弟姐妹{2-6}人意见不一，{wish}|{opening}老人立了{2-3}份遗嘱，内容不同，{wish}|{opening}丈夫去世后公婆要求收回承包地{1-9}亩，{wish}|{opening}独居老人由{party}照料{2-15}年，存款{1-20}万元如何继承，{wish}
facts.neighbour: {opening}邻居{party}修建围墙挡住通道，{wish}|{opening}楼上漏水{2-30}处，{party}拒绝维修，{wish}|{opening}{party}的竹木遮挡采光，影响{1-5}亩{land}，{wish}|{opening}{party}夜间加工，噪声影响休息{2-18}个月，{wish}
facts.housing: {opening}宅基地审批被退回，与{party}的地界有争议，{wish}|{opening}老屋{1-4}间年久失修，{party}称有份额，{wish}|{opening}购买的安置房{2-9}年未办证，{wish}|{opening}房屋出租给{company}，拖欠租金{2-14}个月，{wish}
facts.contract: {opening}与{company}签订的{contract_name}到期后押金不退，{wish}|{opening}预付{service}费{2-60}00元后店家关门，{wish}|{opening}向{company}供货，尾款{1-40}万元未付，{wish}|{opening}{contract_name}上的签名不是本人所签，{wish}
facts.private-loan: {opening}将{2-90}000元借给{party}，有借条但拒不归还，{wish}|{opening}微信转账{3-60}000元，没有借条，{wish}|{opening}为{party}担保{2-20}万元，现被催收，{wish}|{opening}借条写的月利率{1-4}%，已还{1-9}万元，{wish}
facts.forest-land: {opening}承包的{land}被{company}占用约{1-40}亩，{wish}|{opening}与{party}的林地界线以{2-5}棵老树为准，树已砍，{wish}|{opening}流转出去的{land}到期，对方不恢复原状，{wish}|{opening}确权证面积比实际少{1-8}亩，{wish}
facts.expropriation: {opening}{works}占地{1-12}亩，青苗费标准不清楚，{wish}|{opening}户口迁出后未分得征地补偿{1-9}万元，{wish}|{opening}外嫁女是否参与分配，{wish}|{opening}拆迁协议约定的过渡费停发{2-12}个月，{wish}
facts.labour: {opening}在{company}工作{1-15}年，被口头辞退，{wish}|{opening}被要求加班但没有加班费，合同约定“自愿”，{wish}|{opening}单位{2-36}个月未缴社保，{wish}|{opening}{company}搬迁，不愿随迁，{wish}
facts.wages: {opening}在{works}工地务工{2-30}个月，被拖欠工资{3-90}00元，{wish}|{opening}包工头{party}失联，{3-26}人工资未结，{wish}|{opening}有欠条无单位印章，金额{2-60}000元，{wish}
facts.work-injury: {opening}在{works}工地受伤，单位未缴工伤保险，{wish}|{opening}上班途中被撞，住院{3-60}天，{wish}|{opening}工伤鉴定为{7-10}级，单位只愿赔{1-6}万元，{wish}
facts.traffic: {opening}骑行时与{party}的车辆相撞，住院{3-60}天，{wish}|{opening}对方无保险，医疗费{2-60}000元，{wish}|{opening}认定书写同等责任，不服，{wish}
facts.consumer: {opening}网络购买的{goods}质量不合格，商家不退款，{wish}|{opening}家中老人被推销购买保健品{2-50}00元，{wish}|{opening}种子发芽率低，损失{1-9}亩，{wish}
facts.damages: {opening}被{party}的狗咬伤，医疗费{3-90}00元无人负担，{wish}|{opening}孩子在学校摔伤，{party}家不愿承担医疗费，{wish}|{opening}高空抛物砸坏车辆，找不到人，{wish}|{opening}帮{party}修房时摔伤，{wish}
facts.village-affairs: {opening}认为村里{land}发包没有开会，{wish}|{opening}要求公开{works}的账目，{wish}|{opening}对村规民约第{2-30}条有意见，{wish}|{opening}低保评议未公示，{wish}
answer: {basis}{counsel}{next}
basis: 告知当事人，|根据所述情况，|查看其提供的{2-9}页材料后答复：|已当场翻阅法条说明：|提醒来访人：|结合同类案例说明，
counsel: 先固定证据，再选择协商、调解或者诉讼。|属于民事争议，可以先申请人民调解，不收费。|一般诉讼时效三年，从知道权利受损和义务人起算。|担保责任要看合同写法，没有约定的按一般保证。
answer.marriage-family: {basis}离婚可以协议办理登记，有三十日冷静期；协议不成的向法院起诉，抚养以最有利于未成年人为原则。{next}|{basis}彩礼返还看是否登记、共同生活时间长短。{next}|{basis}赡养义务不因分家、放弃继承而免除。{next}
answer.inheritance: {basis}先析产再继承，有遗嘱按最后有效的遗嘱。{next}|{basis}丧偶儿媳尽了主要赡养义务的，作为第一顺序继承人。{next}|{basis}承包地以户为单位，不因一人去世收回。{next}
answer.neighbour: {basis}相邻关系按有利生产、方便生活的原则处理，可以要求排除妨碍。{next}|{basis}先请村委会现场查看，拍照留存。{next}
answer.private-loan: {basis}有借条和转账记录的，可以向被告住所地法院起诉。{next}|{basis}利率超过一年期贷款市场报价利率四倍的部分不受保护。{next}|{basis}没有借条的，以转账、聊天、录音相互印证。{next}
answer.forest-land: {basis}可以向乡镇申请调解，也可以向农村土地承包仲裁委员会申请仲裁。{next}|{basis}林权争议先由人民政府处理。{next}
answer.labour: {basis}劳动争议先仲裁，时效一年。{next}|{basis}违法解除的可以要求恢复关系或者双倍经济补偿。{next}
answer.wages: {basis}先向劳动监察部门投诉，施工总承包单位负有先行清偿责任。{next}|{basis}农民工讨薪申请法律援助不审查经济困难。{next}
answer.work-injury: {basis}工伤认定应当在事故发生之日起一年内申请，单位未参保的由单位承担。{next}
answer.traffic: {basis}先等责任认定书，再按交强险、商业险、侵权人的顺序主张。{next}|{basis}对认定书不服，三日内申请复核。{next}
answer.consumer: {basis}网购商品七日内可以无理由退货，定作、鲜活易腐的除外。{next}|{basis}保留凭证，先向市场监管部门投诉。{next}
answer.village-affairs: {basis}涉及村民利益的发包事项应当经村民会议或者村民代表会议讨论。{next}|{basis}村务公开有异议的，可以向乡镇反映。{next}
next: 建议先把{2-6}份凭证复印留底。|已约{1-28}日再来所详谈。|已引导到公共法律服务中心申请援助。|已联系村调委会{person}跟进。|已留下书面提示一份。|当事人表示清楚，自行协商。
 |已告知可以拨打12348。|已帮其列出证据清单{3-9}项。|已提醒不要私下签字。|建议{1-4}周内书面催告。|已帮助起草催告函。
law_cited: 《民法典》第{188-1258}条|《人民调解法》第{2-35}条|《法律援助法》第{22-55}条|《民事诉讼法》第{119-130}条
law_cited.marriage-family: 《民法典》第{1041-1118}条|《反家庭暴力法》第{2-37}条|《民法典》第{1041-1118}条、第{1060-1092}条
law_cited.inheritance: 《民法典》第{1119-1163}条|《农村土地承包法》第三十二条
law_cited.private-loan: 《民法典》第{667-702}条|《民法典》第{667-680}条、第{681-702}条
law_cited.forest-land: 《农村土地承包法》第{3-70}条|《森林法》第{14-22}条
law_cited.labour: 《劳动合同法》第{3-98}条|《劳动争议调解仲裁法》第{2-52}条
law_cited.wages: 《保障农民工工资支付条例》第{3-64}条|《劳动合同法》第三十条
law_cited.work-injury: 《工伤保险条例》第{14-66}条
law_cited.traffic: 《道路交通安全法》第{70-119}条|《民法典》第{1208-1217}条
law_cited.consumer: 《消费者权益保护法》第{7-56}条
law_cited.village-affairs: 《村民委员会组织法》第{2-40}条
request: {wish}|{wish}|请求{request_verb}{cause}的{request_noun}。|希望{1-4}周内有结果。|要求对方赔礼道歉并承担{3-90}00元。
request_verb: 确认|明确|落实|核实|调处
request_noun: 责任|金额|边界|方案|期限
client_name: {company}|{village}|{company}
client_name.enterprise: {company}
client_name.village-committee: {village}
client_name.government: {town}{office}
referred_to: 区法律援助中心|{village}人民调解委员会|街镇人民调解委员会|劳动保障监察大队|{office}|市场监督管理所|交巡警中队|人民法庭|农村土地承包仲裁委员会|区妇联
person_count: 1|1|1|{1-4}
followed: 双方已自行和解|已向法院立案|已转村调委会，达成协议|对方已归还{20-100}%|已获得法律援助|仍在协商，继续跟踪|当事人表示暂不处理|劳动监察已受理
follow_up: 电话回访，{followed}|第{7-60}日回访，{followed}|赶集日再次来所，{followed}|{followed}
)";

constexpr std::string_view kOutreach = R"(
theme: {law_name}宣传|{law_name}进{place}|“{slogan}”{form_word}|{law_name}与{topic_word}专题讲座|{topic_word}{form_word}|{season}{topic_word}宣传
 |以案释法：{case_word}|{place}法治{form_word}（第{1-24}期）|{season}{law_name}学习月活动|{slogan}——{topic_word}进{place}
law_name: 民法典|宪法|人民调解法|法律援助法|反有组织犯罪法|反电信网络诈骗法|未成年人保护法|老年人权益保障法|农村土地承包法|乡村振兴促进法|劳动合同法
 |道路交通安全法|禁毒法|食品安全法|信访工作条例|村民委员会组织法|家庭教育促进法|妇女权益保障法|退役军人保障法|长江保护法|森林法|黑土地保护法|消防法
place: 乡村|院坝|校园|社区|企业|工地|市场|军营|寺庙|机关|景区|敬老院|养殖场|合作社|茶馆|车间|网格|渔村
slogan: 法润乡土|送法下基层|法治赶场天|法在身边|学法护航|与法同行|小院说法|普法到田坎|懂法少吃亏|平安好生活|守法经营|远离非法集资|护薪行动|防骗一刻钟
form_word: 讲座|宣讲|咨询活动|赶场宣传|院坝会|知识竞赛|广播|入户宣传|情景课堂|现场答疑
season: 春耕时节|岁末年初|暑期|国家宪法日|国家安全教育日|民法典宣传月|开学第一课|农民丰收节|三八维权周|禁毒日|消费者权益日|重阳节
topic_word: 婚姻家庭|邻里关系|土地流转|工资支付|防范电信诈骗|非法集资|遗产继承|森林防火|饮水安全|网络借贷|合同签订|个人信息保护|养老诈骗|交通安全|河道管理
 |高空抛物|宅基地审批|反家暴|禁毒|消防安全|劳动保护|惠农补贴
case_word: 一张借条引发的官司|没有写明的押金|老屋该怎么分|撞了人能不能走|签了字才后悔|邻居的墙外的水|拖了两年的工钱|网上买来的假种子|保证人的代价|一句话的名誉权
outreach.place: {village}便民服务中心|{village}文化院坝|村便民服务中心|{place}广场|文化院坝|镇中学报告厅|农贸市场入口|村民活动室|社区礼堂|工地项目部|桥头集市|党群服务中心|养老服务站|{land}旁
organiser: {office}|司法所|{village}|平安建设办公室|妇联|团委|退役军人服务站|综治中心|派出所|学校|工会
co_organisers: 派出所|妇联|团委|法律服务所|综治中心|农业服务中心|{village}|卫生院|中心小学|市场监管所|信用社|人民法庭|交巡警中队
leaders_present: {person}（{post}）|{post}{person}
post: 分管负责人|司法所长|村支书|社区主任|平安办主任|综治专干|驻村第一书记
attendance: {12-90}|{12-90}|{60-420}
handouts: {20-300}|{20-300}|{200-1500}
banners: {1-6}
consultations_answered: {0-12}
handout_kinds: 法治宣传册|宣传单|环保袋|围裙|笔记本|民法典读本|口袋书|雨伞|年画|纸杯
outreach.summary: {audience_word}等{attendance}人次听讲，{reaction}。|活动历时{40-150}分钟，讲解{topic_word}和{topic_word}两个专题，{reaction}。|现场发放资料{handouts}份，{reaction}。
 |结合{case_word}一案讲解，{reaction}。|解答{topic_word}方面的问题{consultations_answered}个，{reaction}。|设置展板{2-12}块、横幅{banners}条，{reaction}。
audience_word: 村民|商户|学生和家长|退役军人|企业职工|返乡务工人员|网格员|村社干部|老年人|驾驶员
reaction: 群众反映听得懂、用得上|现场登记需要跟进的线索{1-9}条|有{2-20}人当场咨询|互动问答气氛热烈|建议下次增加案例|多人索要电子版资料|效果较好
 |反映讲得快，建议放慢|散场后又有{2-8}人留下询问
)";

constexpr std::string_view kVisits = R"(
result: 解答{topic_word}问题{2-12}个，{reaction}。|审查{contract_name}一份，提出意见{1-6}条，已交村委会。|参与调解{party}与{party}的{cause}纠纷，{mediated}。
 |为{audience_word}讲授{law_name}，到场{12-160}人。|走访{party}等{3-20}户，了解{cause}情况，{reaction}。|帮助修订村规民约第{2-30}条，删去与法律不符的内容。
 |引导{party}到法律援助中心申请援助，已填表。|排查矛盾线索{1-6}条，其中{cause}一条已报司法所。|更新法律服务公示栏，公布电话和驻点时间。
 |列席村民代表会议，就{land}发包提出{2-6}点意见。
mediated: 当场达成口头协议|双方约定{2-15}日内答复|已签订书面协议|一方不同意，转调委会|先行给付{3-50}00元，余款分期
service-visit.summary: {result}|{result}{note}|{result}{result}|{result}{note}
brief: {party}与{party}因{cause}发生争议|{party}询问{topic_word}|{contract_name}需要审查|{land}发包程序是否合规|{audience_word}{2-20}人要求讲解{law_name}|{works}中的{cause}问题|代{party}起草{request_noun}说明
persons_served: {1-6}|{2-25}|{10-80}
persons: 1|2|{1-9}
service-visit.follow_up: {followed}后再访|{1-28}日前回复{party}|把{contract_name}修改稿交村委会|陪同{party}到司法所|补讲{law_name}
remarks: {note}
note: 已拍照存档。|下次重点跟进{topic_word}。|村委会要求增加讲座。|材料已交{person}归档。|群众希望周末驻点。|路况差，延误{10-40}分钟。
text: {topic_word}|{cause}|{land}|{service}|{case_word}
longtext: {result}{note}|{result}{result}|{outreach.summary}{note}|{facts}{answer}
)";

constexpr std::string_view kOffices = R"(
body_name: {town}人民调解委员会|{village}人民调解委员会|区市场监督管理局|区交通局|区公安局|区卫生健康委员会|区城市管理局|{town}人民政府
firm: {brand}律师事务所|{brand}法律服务所|重庆{brand}律师事务所
licence_no: 15001{100000-999999}{10000-99999}
contract_no: {town}聘〔{year}〕{1-300}号
duty_day: 每月{1-28}日|每月第一个星期{weekday}|每季度末星期{weekday}
weekday: 一|二|三|四|五
room: {village}便民服务中心|{village}法律服务工作室|党群服务中心
court_name: 长寿区人民法院|葛兰人民法庭|云台人民法庭|重庆市第一中级人民法院|重庆市渝北区人民法院
case_no: （{year}）渝0115行初{1-400}号|（{year}）渝01行终{1-900}号|长府复〔{year}〕{1-200}号
aid-case.case_no: 长援民字〔{year}〕{1-900}号|长援刑字〔{year}〕{1-400}号
confirmation_no: （{year}）渝0115民特{1-2000}号
dossier_no: （{year}）{town}人调字第{1-900}号
name.person: {person}
name.organisation: {company}
name.court: 长寿区人民法院|{town}人民法院
name.tribunal: {town}人民法庭
name.village: {village}人民调解委员会
name.town: {town}人民调解委员会
name.enterprise: {company}人民调解委员会
name.industry: 长寿区{sector}纠纷人民调解委员会
name.personal: {person}调解室
mediation-body.name: {village}人民调解委员会|{village}调解室（第{1-40}）
sector: 道路交通|医疗|旅游|物业|劳动争议|商会|消费
service-site.name: {town}公共法律服务工作站|{village}法律服务工作室|区公共法律服务中心（{brand}分点）
enforcement-body.name: 区{bureau}|{town}人民政府|区{bureau}综合行政执法支队
bureau: 交通局|市场监督管理局|城市管理局|文化和旅游发展委员会|农业农村委员会|生态环境局|应急管理局|水利局
mediators: {person}
other_host: {village}便民服务中心|派出所|交巡警大队
address: {town}{village}{1-9}组|凤城街道向阳路{1-120}号|桃源大道{1-300}号{1-30}-{1-9}
occupation: 务农|务工|个体经营|退休|学生|驾驶员|教师|货运
ethnicity: 汉族|汉族|汉族|土家族|苗族
agreement: {party}于{7-60}日内支付{party}{3-90}00元，双方再无争议。|{party}于{2-20}日内拆除障碍，恢复{cause}原状。|双方各自承担损失，{cause}以后互谅互让。
present: {person}、{person}|村干部{person}
topic: {law_name}专题培训|{topic_word}业务培训（第{1-24}期）|人民调解员{season}培训|行政执法{topic_word}考试
teacher: {person}
case_lead: {cause}|{topic_word}
reconsideration.matter: 因{case_lead}引起的争议|{cause}处理|{topic_word}|对{bureau}的处理决定不服
litigation.matter: 因{case_lead}引起的争议|{cause}处理|{topic_word}|对{bureau}的处理决定不服
referral.matter: {cause}线索|{party}反映{cause}|{works}引起的{cause}
fee-waiver.matter: {cause}声明|亲属关系|遗嘱|委托书|赠与
adviser: {person}
object: {village}|{town}|区{bureau}|{company}
honour_text: {topic_word}先进单位|法治宣传教育{award_word}|人民调解{award_word}
award_word: 优秀组织奖|先进集体|一等奖|示范单位
named_by: 重庆市司法局|区委全面依法治区委员会办公室|司法部、民政部
plaintiff: {person}|{company}|{person}等{2-9}人
applicant: {person}
respondent: 区{bureau}|{town}人民政府|区公安局
defendants: 区{bureau}|{town}人民政府|区公安局|区人力资源和社会保障局
third_party: {person}|{company}
maker: 区{bureau}|区人民政府办公室|{town}人民政府
document: 长寿区{topic_word}管理办法|关于加强{topic_word}工作的通知|{town}{topic_word}实施方案|关于{works}的若干规定|长寿区{service}补助办法（试行）
document_no: 长府发〔{year}〕{1-90}号|长府办规〔{year}〕{1-60}号
inspection.batch: {year}年第{1-4}批|{season}专项
file-audit.batch: {year}年第{1-4}批|{season}专项
enforcement-check.batch: {year}年第{1-4}批|{season}专项
file_no: {year}-{1-900}
item_name: {service}许可|对{cause}违法行为的处罚|{topic_word}检查|{works}备案|{goods}补贴发放
item_code: 5001150{1000-9999}{100-999}
meeting: 局党组会（第{1-30}次）|局长办公会（第{1-30}次）|区委全面依法治区委员会会议
title: {law_name}：{case_word}|{topic_word}提示|以案释法｜{case_word}|关于印发《{topic_word}工作制度》的通知|{topic_word}实施方案
account: 长寿普法|法润{town}|{town}发布
unit: 区{bureau}|{town}人民政府
owner: 普法与依法治理科|人民参与和促进法治科|公共法律服务科|法律援助中心|{town}司法所
duty: {season}{law_name}宣传|组织{audience_word}学习{law_name}|{topic_word}专项普法
plan-item.text: {topic_word}工作基础有待夯实|加强{topic_word}力量|打造{topic_word}品牌
provider: {brand}律师事务所|长寿公证处|{brand}司法鉴定所|{brand}法律服务所
notary_office: 长寿公证处
source: 12348平台月报|机器人后台|网站后台统计
legal-opinion.subject: {village}村规民约|{contract_name}|{village}自治章程|{company}用工制度
subject.body: 区{bureau}
subject.officer: {person}
subject_no: {11500115000000-11500115999999}|50011{5000000-5999999}
certificate_no: 渝0115{1000000-9999999}
rule_pack: village-advisor
rule: 每月驻村服务|每季度法治讲座|服务日志|合同审查|村民满意度
prevented_crimes: 0|0|0|1
prevented_petitions: 0|0|0|1
people: 2|2|{2-6}
hearings: {0-4}
subsidy: {5000-40000}
fee: {80000-300000}
household_income: {100000-600000}
)";

}  // namespace

const Grammar& Grammar::builtIn() {
    static const Grammar kGrammar([] {
        std::string all;
        for (const auto part : {kPeople, kContracts, kConsultations, kOutreach, kVisits, kOffices})
            all += part;
        return all;
    }());
    return kGrammar;
}

}  // namespace fayi::sample
