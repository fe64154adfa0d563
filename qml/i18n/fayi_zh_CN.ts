<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AppealDialog</name>
    <message>
        <source>The advisor objects</source>
        <translation>顾问提出申诉</translation>
    </message>
    <message>
        <source>Write down what the advisor says, in their words. The appraisal can then be worked out again; its history keeps both.</source>
        <translation>请照本人原话写下申诉内容。之后可重新计算，前后两次都留在历史里。</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>Appraisal</source>
        <translation>履职考核</translation>
    </message>
    <message>
        <source>Appraisal of %1</source>
        <translation>%1 的履职考核</translation>
    </message>
    <message>
        <source>Only verified records count.</source>
        <translation>只计已审核的记录。</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>No files yet.</source>
        <translation>还没有附件。</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save as: %1</source>
        <translation>另存为：%1</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take off: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Pictures, PDF and office files, 50 MB each at most. They go after the records.</source>
        <translation>图片、PDF 和办公文档，每个最大 50 MB。上报时排在记录之后。</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>要添加的文件</translation>
    </message>
    <message>
        <source>Where to save</source>
        <translation>存到哪里</translation>
    </message>
    <message>
        <source>Take this file off the record?</source>
        <translation>把这个文件从记录中移除？</translation>
    </message>
    <message>
        <source>It stays in the history of the record.</source>
        <translation>历史版本里仍然保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>AttentionList</name>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>没有需要您处理的事。</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>All records of this computer in one file, best on a stick or another disk. Photos and other attachments are not in it: those that the district has come back from there, the others lie in the data folder alone. The file is not encrypted: whoever has it can read the records.</source>
        <translation>把本机的全部记录存成一个文件，最好放在 U 盘或别的硬盘上。照片等附件不在里面：已经报到区县的，可以从区县取回；没有报的，只在数据文件夹里。文件没有加密，拿到的人能看到记录，请收好。</translation>
    </message>
    <message>
        <source>Last backup made here: %1</source>
        <translation>本机上次备份：%1</translation>
    </message>
    <message>
        <source>No backup was made here yet.</source>
        <translation>本机还没有做过备份。</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Where to write the backup</source>
        <translation>备份存到哪里</translation>
    </message>
    <message>
        <source>Backups (*.db)</source>
        <translation>备份文件 (*.db)</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Kept here from before:</source>
        <translation>以前的数据保留在：</translation>
    </message>
</context>
<context>
    <name>BoardHead</name>
    <message>
        <source>Units of %1</source>
        <translation>%1 的下级单位</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>On this computer needs attention: %1</source>
        <translation>本机有 %1 件事需要处理（退回、冲突、不被接受）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>nothing for %1 days</source>
        <translation>%1 天没有动静</translation>
    </message>
    <message>
        <source>Not reported: %1</source>
        <translation>没有上报：%1</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Units</source>
        <translation>单位情况</translation>
    </message>
    <message>
        <source>What the units have recorded in %1</source>
        <translation>%1 年各单位记录情况</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Locked periods</source>
        <translation>时期锁定</translation>
    </message>
    <message>
        <source>See which months are locked, and lock the months that are reported.</source>
        <translation>看哪些月份已锁定，数字报出去的月份在那里锁定。</translation>
    </message>
    <message>
        <source>The district locks the months it has reported. Until when a unit is locked stands beside it.</source>
        <translation>数字报出去的月份由区县锁定。各单位锁定到哪一天，写在单位下面。</translation>
    </message>
    <message>
        <source>Every unit has reported within %1 days.</source>
        <translation>%1 天之内，每个单位都上报过。</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Take photos</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>用哪个摄像头</translation>
    </message>
    <message>
        <source>The photo that was taken</source>
        <translation>拍下的照片</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>拍下</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>就用这张</translation>
    </message>
    <message>
        <source>Take again</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>已添加：%1</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>Before: %1</source>
        <translation>原来：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
</context>
<context>
    <name>ClosedReportPage</name>
    <message>
        <source>Closed report</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Otherwise today</source>
        <translation>现在与定稿不同的</translation>
    </message>
    <message>
        <source>Every figure is today what it was when the report was closed.</source>
        <translation>现在每个数字都和定稿时一样。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>When closed</source>
        <translation>定稿时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Records behind it that were changed since, or are gone: %1</source>
        <translation>定稿之后改动过或不在了的记录：%1 条</translation>
    </message>
    <message>
        <source>What it said then</source>
        <translation>定稿时的提示</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Before: %1</source>
        <translation>原来：%1</translation>
    </message>
    <message>
        <source>You wrote · %1</source>
        <translation>您写的 · %1</translation>
    </message>
    <message>
        <source>%1 wrote · %2</source>
        <translation>%1写的 · %2</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>写于：%1</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>采用这个</translation>
    </message>
    <message>
        <source>Take this one: %1</source>
        <translation>采用这个：%1</translation>
    </message>
    <message>
        <source>Write something else</source>
        <translation>都不用，另写一个</translation>
    </message>
    <message>
        <source>Use this instead</source>
        <translation>采用我另写的</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Personal: the values are covered. Look at them before you choose; the look is written down.</source>
        <translation>这是个人信息，已遮盖。请先查看再选；查看会记下来。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Join them by hand</source>
        <translation>手工合并</translation>
    </message>
    <message>
        <source>All versions are in the text below, what they share once. Cut what is too much.</source>
        <translation>各人写的都在下面，相同的部分只出现一次；多余的删掉即可。</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Settle a conflict</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>Several people wrote the same field without seeing each other. Choose what holds; what is not chosen stays in the history.</source>
        <translation>几个人互不知情，改了同一处。请选定以哪个为准；没有选上的仍留在历史里，不会丢。</translation>
    </message>
    <message>
        <source>Nothing is left to settle here.</source>
        <translation>这里没有要处理的冲突了。</translation>
    </message>
    <message>
        <source>To the record</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>What is to be settled here cannot be shown: %1.</source>
        <translation>这里要处理的内容显示不出来：%1。</translation>
    </message>
</context>
<context>
    <name>DangerCard</name>
    <message>
        <source>Everything comes once more with the sync that has begun. What you see stays as it is meanwhile.</source>
        <translation>已开始同步，全部内容会再收一遍。期间看到的内容不变。</translation>
    </message>
    <message>
        <source>Danger zone</source>
        <translation>慎用区</translation>
    </message>
    <message>
        <source>Begin anew on this computer, or fetch everything from the district once more. It is seldom needed, and opens with your PIN only. Nothing here deletes anything.</source>
        <translation>在本机重新开始，或从区县把全部内容再收一遍。很少用得上，输入您的 PIN 才能打开。这里的按钮都不会删除任何东西。</translation>
    </message>
    <message>
        <source>You have no PIN yet. Set one in the settings first, under “My PIN”; then come back here.</source>
        <translation>您还没有设 PIN。请先在“设置”的“我的 PIN”里设一个，再回到这里。</translation>
    </message>
    <message>
        <source>To the settings</source>
        <translation>去设置</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open the danger zone</source>
        <translation>打开慎用区</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the danger zone</source>
        <translation>关闭慎用区</translation>
    </message>
</context>
<context>
    <name>DangerChoices</name>
    <message>
        <source>records: %1</source>
        <translation>记录 %1 条</translation>
    </message>
    <message>
        <source>photos and files: %1 (%2)</source>
        <translation>照片和附件 %1 个（%2）</translation>
    </message>
    <message>
        <source>changes that the district did not take: %1</source>
        <translation>区县未接收的修改 %1 项</translation>
    </message>
    <message>
        <source>forms with something unsaved: %1</source>
        <translation>没保存的表单 %1 张</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>It could not be counted what was not sent yet.</source>
        <translation>没能数出还有多少没有上报。</translation>
    </message>
    <message>
        <source>Not sent yet, of all who work here: %1. It stays in the folder that is put beside and does not reach the district from there by itself.</source>
        <translation>本机所有人还没有上报的：%1。这些会留在移到旁边的文件夹里，不会再自动报到区县。</translation>
    </message>
    <message>
        <source>Fetch everything once more</source>
        <translation>全部再收一遍</translation>
    </message>
    <message>
        <source>Where something seems to be missing that the district has. All records of your units come again, as with the first sync; what is here stays, and what waits goes as always. It takes as long and as much data as the first sync did.</source>
        <translation>区县有、本机好像缺了的，用这个。您负责范围内的记录像第一次同步那样全部再来一遍；本机已有的不变，等着上报的照常上报。所用时间和流量与第一次同步相当。</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>For a computer that changes hands or district. Everything of all who work here is put beside in a folder of its own; this computer then belongs to no district until somebody joins with a new one-time code. Tell the district if nobody shall send from it any more.</source>
        <translation>电脑换人用、换区县用时，用这个。本机所有人的全部内容移到旁边的文件夹里保留；之后这台电脑不属于任何区县，直到有人用新的一次性注册码加入。以后不再从这台电脑上报的，请告诉区县。</translation>
    </message>
    <message>
        <source>Everything of all who work here is put beside in a folder of its own, and the place is free for new records.</source>
        <translation>本机所有人的全部内容移到旁边的文件夹里保留，腾出地方写新的记录。</translation>
    </message>
    <message>
        <source>Everything that was written here is with the district.</source>
        <translation>本机写的内容都已报到区县。</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Put everything here beside and begin anew?</source>
        <translation>把本机全部内容移到旁边，重新开始？</translation>
    </message>
    <message>
        <source>Nothing is deleted: the folder %1 is kept beside its place, under its name with “-before” and the time. The window begins as on a new computer.</source>
        <translation>不会删除任何东西：文件夹 %1 改名后保留在原处旁边，名字后面加上“-before”和时间。窗口像新电脑一样重新开始。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put beside and begin anew</source>
        <translation>移到旁边，重新开始</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Pick a day: %1</source>
        <translation>选日期：%1</translation>
    </message>
</context>
<context>
    <name>DaysCard</name>
    <message>
        <source>No sync yet.</source>
        <translation>还没有同步过。</translation>
    </message>
    <message>
        <source>Last time it did not work: %1</source>
        <translation>最近一次没成：%1</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>更早的</translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message>
        <source>as needed</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>required, or %1</source>
        <translation>必备，或用%1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必备</translation>
    </message>
    <message>
        <source>%1 required papers are missing.</source>
        <translation>还缺 %1 种必备材料。</translation>
    </message>
    <message>
        <source>1 required paper is missing.</source>
        <translation>还缺 1 种必备材料。</translation>
    </message>
    <message>
        <source>All required papers are in the dossier.</source>
        <translation>必备材料已齐。</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source> · in the dossier</source>
        <translation> · 已入卷</translation>
    </message>
    <message>
        <source> · missing</source>
        <translation> · 缺</translation>
    </message>
    <message>
        <source>scanned, %1 files</source>
        <translation>已扫描，%1 个文件</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>not scanned</source>
        <translation>未扫描</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a file: %1</source>
        <translation>添加文件：%1</translation>
    </message>
    <message>
        <source>Take photos: %1</source>
        <translation>拍照：%1</translation>
    </message>
    <message>
        <source>A file that is added here is a scan of its paper, and stands among the files of the record too.</source>
        <translation>在这里添加的文件就是这份材料的扫描件，也列在记录的附件里。</translation>
    </message>
    <message>
        <source>Files of this paper</source>
        <translation>这份材料的文件</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Overdue among them: %1</source>
        <translation>其中超期 %1 项</translation>
    </message>
</context>
<context>
    <name>EnrolCard</name>
    <message>
        <source>Join a district</source>
        <translation>加入区县</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>for example https://fayi.example.gov.cn</source>
        <translation>例如 https://fayi.example.gov.cn</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性注册码</translation>
    </message>
    <message>
        <source>Certificate file (only if the district gave you one)</source>
        <translation>证书文件（区县给了才填）</translation>
    </message>
    <message>
        <source>Asking the district…</source>
        <translation>正在联系区县…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>The district gives you its server address and a code that works once, or an invitation with both: a picture with a QR code, or a text. Choose it, drop it here, or paste it.</source>
        <translation>区县会给您服务器地址和一次性注册码；或者一份邀请，两样都在里面：一张带二维码的图片，或一段文字。可以选文件、拖到这里，或粘贴。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Open an invitation…</source>
        <translation>打开邀请…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste an invitation</source>
        <translation>粘贴邀请</translation>
    </message>
    <message>
        <source>Server and code are filled in. Is %1 the address of your district? Then press Join.</source>
        <translation>服务器和注册码已填好。请看一眼：%1 是本区县的地址吗？是的话按“加入”。</translation>
    </message>
    <message>
        <source>The invitation</source>
        <translation>选择邀请</translation>
    </message>
    <message>
        <source>Invitations (*.png *.jpg *.jpeg *.txt)</source>
        <translation>邀请 (*.png *.jpg *.jpeg *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Add a person to this computer</source>
        <translation>在本机添加人员</translation>
    </message>
    <message>
        <source>Join a district</source>
        <translation>加入区县</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export: %1</source>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>The records that the filters leave, all of them, go into a file. It is written into the ledger of exports.</source>
        <translation>把筛选后的全部记录写进一个文件，并记入导出台账。</translation>
    </message>
    <message>
        <source>All records of this list go into a file. It is written into the ledger of exports.</source>
        <translation>把这个列表的全部记录写进一个文件，并记入导出台账。</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件种类</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>Text table (.csv)</source>
        <translation>文本表格（.csv）</translation>
    </message>
    <message>
        <source>Who people are</source>
        <translation>姓名、号码等</translation>
    </message>
    <message>
        <source>covered or left out</source>
        <translation>遮盖或不写</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>写在文件里</translation>
    </message>
    <message>
        <source>Covered or left out: %1</source>
        <translation>遮盖或不写：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who asked, and what for. It stays in the ledger for three years.</source>
        <translation>谁要、做什么用。记在台账里，保存三年。</translation>
    </message>
    <message>
        <source> Left out because their use is restricted: %1.</source>
        <translation>限制处理的 %1 条没有写进去。</translation>
    </message>
    <message>
        <source>Saved, %1 records: %2</source>
        <translation>已保存 %1 条：%2</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>What was exported</source>
        <translation>导出台账</translation>
    </message>
    <message>
        <source>Every file of records that was written on this computer. An entry stays three years; the ledger stays on this computer.</source>
        <translation>这台电脑上写出过的每一个记录文件。每条保存三年；台账只在本机。</translation>
    </message>
    <message>
        <source>Nothing was exported yet.</source>
        <translation>还没有导出过。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Persons can be recognised. Reason: %1</source>
        <translation>能看出是谁。理由：%1</translation>
    </message>
    <message>
        <source>Persons cannot be recognised.</source>
        <translation>看不出是谁。</translation>
    </message>
    <message>
        <source>Which: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>没有文件</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Not counted yet: %1</source>
        <translation>尚未计入：%1</translation>
    </message>
    <message>
        <source>Records behind it: %1</source>
        <translation>查看 %1 条记录</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月看</translation>
    </message>
    <message>
        <source>The year before: %1</source>
        <translation>上年同期：%1</translation>
    </message>
    <message>
        <source>May count the same as these figures; do not add them up:</source>
        <translation>和下面几项可能算到同一件事，不能相加：</translation>
    </message>
</context>
<context>
    <name>FigureCheck</name>
    <message>
        <source>To be checked: %1. %2</source>
        <translation>请核对：%1。%2</translation>
    </message>
</context>
<context>
    <name>FigureChoices</name>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Unit, with all below it</source>
        <translation>单位（含下级）</translation>
    </message>
    <message>
        <source>By the unit that a record is filed with.</source>
        <translation>按记录登记在哪个单位名下来算。</translation>
    </message>
</context>
<context>
    <name>FigureLinks</name>
    <message>
        <source>To the figure %1</source>
        <translation>转到指标：%1</translation>
    </message>
</context>
<context>
    <name>FigureLookState</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>FigureMonthsPage</name>
    <message>
        <source>Filled: %1. Outlined: %2. Only verified records count, by the day they happened.</source>
        <translation>实心：%1 年；空心：%2 年。只计已审核的记录，按发生日期归月。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Only verified records count, by the day they happened.</source>
        <translation>只统计已审核的记录，按发生日期计算。</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>履职考核</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位情况</translation>
    </message>
    <message>
        <source>Write the report…</source>
        <translation>写成报告…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>FilterDay</name>
    <message>
        <source>This is no date. Write it like 2026-03-01.</source>
        <translation>这不是日期，请写成 2026-03-01 这样。</translation>
    </message>
    <message>
        <source>This is before the first day: nothing is found.</source>
        <translation>比起始日期还早，什么也查不到。</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Filter and sort</source>
        <translation>筛选和排序</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Where, with all below it</source>
        <translation>地点（含下级）</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>last changed first</source>
        <translation>最近改动</translation>
    </message>
    <message>
        <source>newest date first</source>
        <translation>日期新到旧</translation>
    </message>
    <message>
        <source>oldest date first</source>
        <translation>日期旧到新</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看列表</translation>
    </message>
    <message>
        <source>Reset the filters</source>
        <translation>取消筛选</translation>
    </message>
</context>
<context>
    <name>FormBar</name>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重报</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>FormLine</name>
    <message>
        <source>Move up: %1</source>
        <translation>上移：%1</translation>
    </message>
    <message>
        <source>Move down: %1</source>
        <translation>下移：%1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>删去：%1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>再来一件：%1</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Saved on this computer.</source>
        <translation>已保存在本机。</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>修改后重报：%1</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>The district did not take this: %1</source>
        <translation>区县未接受：%1</translation>
    </message>
    <message>
        <source>Fields with * are needed to submit. Saving works at any time.</source>
        <translation>带 * 的提交时必填；没填完也可以随时保存。</translation>
    </message>
</context>
<context>
    <name>FrozenCard</name>
    <message>
        <source>These days are frozen in an appraisal. Later edits of the records do not change it.</source>
        <translation>这一时期已固定为考核记录，之后修改日常记录不影响它。</translation>
    </message>
    <message>
        <source>This sheet follows the records. Freezing writes it into an appraisal that no later edit changes.</source>
        <translation>这张表随日常记录变化。固定后写成考核记录，之后的修改不再影响它。</translation>
    </message>
    <message>
        <source>This sheet follows the records: it changes as they are verified. Nothing is frozen yet.</source>
        <translation>这张表随日常记录审核而变化，目前还没有固定。</translation>
    </message>
    <message>
        <source>Work it out again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>The advisor objects: %1</source>
        <translation>本人申诉：%1</translation>
    </message>
    <message>
        <source>If you object to a line, tell your justice office: it writes your appeal into this appraisal, and it is worked out again.</source>
        <translation>对某项有异议的，请告知司法所，由司法所把申诉写入这条考核记录并重新计算。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>固定为考核记录</translation>
    </message>
    <message>
        <source>Open the appraisal</source>
        <translation>打开考核记录</translation>
    </message>
    <message>
        <source>The advisor objects…</source>
        <translation>顾问申诉…</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>Township office</source>
        <translation>司法所</translation>
    </message>
    <message>
        <source>District bureau</source>
        <translation>区县司法局</translation>
    </message>
    <message>
        <source>Chapter before</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>Fetch older history</source>
        <translation>查看更早的历史</translation>
    </message>
    <message>
        <source>Fetching older history…</source>
        <translation>正在取更早的历史…</translation>
    </message>
    <message>
        <source>The older history is kept at the district. There is no link to it now; try again when there is one.</source>
        <translation>更早的历史存放在区县，现在连不上；联网后再试。</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>replaced later</source>
        <translation>后来被替换</translation>
    </message>
    <message>
        <source>written at the same time</source>
        <translation>同时写下的另一版</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>冲突中</translation>
    </message>
    <message>
        <source>refused by the district</source>
        <translation>区县未接收</translation>
    </message>
    <message>
        <source>Use this version again</source>
        <translation>恢复成这一版</translation>
    </message>
    <message>
        <source>Show all fields: %1</source>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>The clock of that computer was wrong: it said %1.</source>
        <translation>那台电脑当时的时间有误，显示为 %1。</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写记录</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Submitted and waiting for your look: %1</source>
        <translation>有 %1 条已提交的记录等您审核</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>This page does not show everything: %1. What is not shown here may be there all the same.</source>
        <translation>这一页没有显示全部内容：%1。没有显示的，不等于没有。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>ImportCheck</name>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Imported as drafts: %1</source>
        <translation>已导入为草稿：%1 条</translation>
    </message>
    <message>
        <source>Rows that can be imported: %1</source>
        <translation>可以导入的：%1 行</translation>
    </message>
    <message>
        <source>Imported before, and left out: %1</source>
        <translation>以前导入过、这次跳过的：%1 行</translation>
    </message>
    <message>
        <source>Rows that were not imported: %1</source>
        <translation>没有导入的：%1 行</translation>
    </message>
    <message>
        <source>Rows with something wrong: %1. As long as there are any, nothing is imported.</source>
        <translation>有问题的：%1 行。只要还有，整个文件都不导入。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>and many more; the rest of the file was not looked at</source>
        <translation>还有很多；文件后面的部分没有再看</translation>
    </message>
    <message>
        <source>and %1 more; the list of rows to mend has all of them</source>
        <translation>还有 %1 处；存下来的表里全有</translation>
    </message>
    <message>
        <source>Saved: %1. Mend the rows there and import that file.</source>
        <translation>已保存：%1。请在那张表里改好，再导入那张表。</translation>
    </message>
    <message>
        <source>Import all %1</source>
        <translation>全部导入（%1 条）</translation>
    </message>
    <message>
        <source>Save the rows to mend</source>
        <translation>把要改的行存下来</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Import the %1 good rows only…</source>
        <translation>只导入没问题的 %1 行…</translation>
    </message>
    <message>
        <source>Show the imported records</source>
        <translation>看导入的记录</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>从 %1 导入的</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>到列表</translation>
    </message>
    <message>
        <source>Import a part of the file?</source>
        <translation>只导入一部分？</translation>
    </message>
    <message>
        <source>%1 rows become records; %2 rows are left out. Save the rows to mend first, or they are missing later. What was imported is not imported twice when the mended file comes.</source>
        <translation>%1 行成为记录，%2 行不导入。请先把要改的行存下来，不然以后会漏。改好再导入时，已导入的不会重复。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import the good rows only</source>
        <translation>只导入没问题的行</translation>
    </message>
</context>
<context>
    <name>ImportColumn</name>
    <message>
        <source>%1 (for example %2)</source>
        <translation>%1（例如 %2）</translation>
    </message>
    <message>
        <source>(not imported)</source>
        <translation>（不导入）</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读文件…</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>各列对应什么</translation>
    </message>
    <message>
        <source>Press a field to change it. The same columns are known the next time.</source>
        <translation>按一下字段可以改。同样的列下次就认得了。</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>不导入的列：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>The first records, as they will be</source>
        <translation>前几条导入后的样子</translation>
    </message>
</context>
<context>
    <name>ImportSource</name>
    <message>
        <source>A table that you keep in a spreadsheet becomes records. Nothing is written before you say so; all rows are taken, or none. Rows imported before are recognised.</source>
        <translation>把电子台账变成记录。您确认之前什么都不写；要么全部导入，要么一行不导。导入过的行认得出来。</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>每一行是</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>The table to import</source>
        <translation>要导入的表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>What you wrote here is not saved. Keep it as a draft?</source>
        <translation>您写的内容还没有保存。要存为草稿吗？</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>存草稿</translation>
    </message>
</context>
<context>
    <name>LeftForm</name>
    <message>
        <source>You left this unsaved, last at %1. Here it is again; save it, or go back and throw it away.</source>
        <translation>这里有上次没保存的内容，最后写于%1，已原样放回。请保存；不用了就返回，选“不要了”。</translation>
    </message>
    <message>
        <source>What you type cannot be kept on the disk before you save: %1</source>
        <translation>您正在写的内容暂时存不进磁盘，请尽快保存：%1</translation>
    </message>
    <message>
        <source>The form has changed since. What you wrote here has no place in it any more; take over what is still needed:</source>
        <translation>表单已更新，您写的以下内容在新表单里没有对应的位置，请把还需要的抄到合适的地方：</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>已看过</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Link to the district</source>
        <translation>与区县的连接</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>No district was joined yet. What is set here holds for joining one, too.</source>
        <translation>还没有加入区县。这里的设置，加入区县时也照着用。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Only some offices need one. Your network administrator knows.</source>
        <translation>只有部分单位需要代理，请问单位的网络管理员。</translation>
    </message>
    <message>
        <source>As the system does it</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>填地址</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>for example http://10.0.0.1:8080. A password that is kept is not shown.</source>
        <translation>例如 http://10.0.0.1:8080。已经存下的密码不显示。</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>用这个地址</translation>
    </message>
    <message>
        <source>Is this network paid by the amount?</source>
        <translation>这个网络按流量计费吗？</translation>
    </message>
    <message>
        <source>With “yes” only records go by themselves; attachments wait until you press Sync now.</source>
        <translation>选“是”，自动同步只传记录；附件等您按“立即同步”再传。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes, a mobile phone for example</source>
        <translation>是，例如手机热点</translation>
    </message>
    <message>
        <source>At most so much a day by itself</source>
        <translation>每天自动同步最多用</translation>
    </message>
    <message>
        <source>Today so far: %1. A press on Sync now is never held back.</source>
        <translation>今天已用 %1。您按“立即同步”时，不受这个限制。</translation>
    </message>
    <message>
        <source>While there is a limit, what was spent today is shown here.</source>
        <translation>设了上限，这里就写着今天用了多少。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>LinkTestCard</name>
    <message>
        <source>Tries the name, the connection, encryption, sign-in, the clock and the speed, and says what helps where it breaks. It carries about 64 KB.</source>
        <translation>依次试服务器名字、连接、加密、身份、时钟和速度，停在哪一步就告诉您怎么办。约用 64 KB 流量。</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Check the link</source>
        <translation>检查连接</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Search in %1</source>
        <translation>在“%1”中搜索</translation>
    </message>
    <message>
        <source>Search: two characters, or initials</source>
        <translation>搜索：两个字或拼音首字母</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Filters are on: not everything is shown.</source>
        <translation>正在筛选，没有显示全部记录。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出这个列表</translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation>筛选和排序（%1）</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>筛选和排序</translation>
    </message>
    <message>
        <source>Filters are on (%1): not everything is shown.</source>
        <translation>正在筛选（%1），没有显示全部记录。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>LockMonth</name>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>%1 records, %2 verified, %3 not verified</source>
        <translation>%1 条，已审核 %2 条，未审核 %3 条</translation>
    </message>
    <message>
        <source>Lock up to here…</source>
        <translation>锁定到这个月…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>Locked periods</source>
        <translation>时期锁定</translation>
    </message>
    <message>
        <source>What the district has reported does not change behind its back: no change to a record of a locked month is taken, whoever makes it. Locking needs a link to the district&apos;s server.</source>
        <translation>报出去的数字不能再变：锁定月份的记录，谁改都不接受。锁定时要连得上区县服务器。</translation>
    </message>
    <message>
        <source>Unit, with all below it</source>
        <translation>单位（连同下级）</translation>
    </message>
    <message>
        <source>No month of this unit is locked.</source>
        <translation>这个单位没有锁定的月份。</translation>
    </message>
    <message>
        <source>Locked until %1, together with %2.</source>
        <translation>随“%2”锁定至 %1。</translation>
    </message>
    <message>
        <source>Locked until %1.</source>
        <translation>已锁定至 %1。</translation>
    </message>
    <message>
        <source>Asking the district&apos;s server…</source>
        <translation>正在请区县服务器办理…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Lock up to %1?</source>
        <translation>锁定到 %1？</translation>
    </message>
    <message>
        <source>%1: all records up to that day, with everything before it. Nobody can change, verify or add to them afterwards.</source>
        <translation>%1：那一天及以前的全部记录。锁定后谁都不能改、不能审核、不能补录。</translation>
    </message>
    <message>
        <source>All %1 records of these months are verified.</source>
        <translation>这几个月的 %1 条记录全部审核过了。</translation>
    </message>
    <message>
        <source>Not verified yet, and then never counted: %1 of %2 records (%3 submitted, %4 returned, %5 drafts).</source>
        <translation>还没有审核、锁定后不再计入数字的：%2 条中的 %1 条（待审核 %3，已退回 %4，草稿 %5）。</translation>
    </message>
    <message>
        <source>Counted here, as of the last sync. What other computers have not sent yet is refused later and stays with them.</source>
        <translation>按本机上次同步时的记录统计。别的电脑还没报来的，以后报来不会被接受，内容留在那台电脑上。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Open %1 and later again?</source>
        <translation>重新打开 %1 及以后的月份？</translation>
    </message>
    <message>
        <source>%1: records from that month on can be changed again, and figures that were reported may change. Lock it again when the correction is made.</source>
        <translation>%1：那个月起的记录又可以改，报出去的数字可能会变。改完请再锁定。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Fayi</source>
        <translation>法驿</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>MonthChart</name>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>MonthPart</name>
    <message>
        <source>Nothing is on record for this month yet.</source>
        <translation>本月还没有记录。</translation>
    </message>
    <message>
        <source>No visit on record yet: %1</source>
        <translation>本月还没有服务日志：%1</translation>
    </message>
    <message>
        <source>Log a visit</source>
        <translation>写服务日志</translation>
    </message>
    <message>
        <source>Every village has a visit on record this month.</source>
        <translation>本月各村(社区)都有服务日志。</translation>
    </message>
</context>
<context>
    <name>MonthPopup</name>
    <message>
        <source>Mo</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>二</translation>
    </message>
    <message>
        <source>We</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>日</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>MonthTile</name>
    <message>
        <source>to be submitted: %1</source>
        <translation>待提交 %1</translation>
    </message>
</context>
<context>
    <name>MoreRows</name>
    <message>
        <source>Show more</source>
        <translation>再显示一些</translation>
    </message>
    <message>
        <source>Show more: %1</source>
        <translation>再显示一些（还有 %1 项）</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 项</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Fa</source>
        <translation>法</translation>
    </message>
    <message>
        <source>Fayi</source>
        <translation>法驿</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位情况</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>履职考核</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>OptionPicker</name>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>PickerPopup</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PillFacts</name>
    <message>
        <source>%1 to look at</source>
        <translation>%1 件要处理</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>PinAdvice</name>
    <message>
        <source>Do others use this computer too? With a PIN of your own nobody works under your name by mistake. You can set one now, or at any time in the settings.</source>
        <translation>这台电脑还有别人用吗？设一个自己的 PIN，别人就不会误用您的名义办事。可以现在设，也可以以后在“设置”里设。</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设 PIN</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>PinBox</name>
    <message>
        <source>Pin a remark here</source>
        <translation>在此写意见</translation>
    </message>
    <message>
        <source>Pin a remark here: %1</source>
        <translation>在此写意见：%1</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>意见：%1</translation>
    </message>
    <message>
        <source>Take the remark off: %1</source>
        <translation>去掉意见：%1</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN 已设好。</translation>
    </message>
    <message>
        <source>There is no PIN any more.</source>
        <translation>PIN 已取消。</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN</translation>
    </message>
    <message>
        <source>It keeps others who use this computer from working under your name. It stays on this computer and encrypts nothing: whoever can open the data folder can read the records.</source>
        <translation>防止共用这台电脑的人用您的名义办事。PIN 只在这台电脑上有效，不加密数据：能打开数据文件夹的人仍能读到记录。</translation>
    </message>
    <message>
        <source>PIN of now</source>
        <translation>现在的 PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>At least 4 characters; six digits or more are better.</source>
        <translation>至少 4 个字符，建议六位数字以上。</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>再输一次新 PIN</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>改 PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设 PIN</translation>
    </message>
    <message>
        <source>Remove PIN</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Lock when nobody is at the computer</source>
        <translation>无人操作时自动锁定</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不锁定</translation>
    </message>
    <message>
        <source>after %1 minutes</source>
        <translation>%1 分钟后</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>PRACTICE. These are samples: nothing goes to the district.</source>
        <translation>练习。这里都是样例，不会报到区县。</translation>
    </message>
    <message>
        <source>PRACTICE, samples only</source>
        <translation>练习，都是样例</translation>
    </message>
    <message>
        <source>Leave practice</source>
        <translation>离开练习</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>PracticeCard</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>You are practising now: these records are samples. None of them goes to the district, and your real records are not touched.</source>
        <translation>现在是练习：这里的记录都是样例，不会报到区县，您真实的记录不受影响。</translation>
    </message>
    <message>
        <source>A place with samples to try everything in. It is kept apart from your real records, marked on every page, and nothing of it ever goes to the district.</source>
        <translation>用样例试一试，什么都可以动。与真实记录分开存放，每一页都标明“练习”，里面的内容不会报到区县。</translation>
    </message>
    <message>
        <source>Practise on</source>
        <translation>接着练习</translation>
    </message>
    <message>
        <source>Practise with samples</source>
        <translation>用样例练习</translation>
    </message>
    <message>
        <source>Leave practice</source>
        <translation>离开练习</translation>
    </message>
    <message>
        <source>Throw the samples away…</source>
        <translation>把样例扔掉…</translation>
    </message>
    <message>
        <source>Throw the samples away?</source>
        <translation>把样例扔掉？</translation>
    </message>
    <message>
        <source>Everything that was written while practising is gone for good. Your real records are not touched. Practising again begins with fresh samples.</source>
        <translation>练习时写的全部删除，不能恢复。您真实的记录不受影响。再练习时，从新的样例开始。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>扔掉</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The form is filled with this record: as a PDF, for a printer or to be opened, or as a Word document, to be edited. A draft is marked as one, and so is a reprint.</source>
        <translation>用本记录填好文书：生成 PDF，送到打印机，或者打开来看；也可以生成 Word 文档，接着改。草稿和重印都有标记。</translation>
    </message>
    <message>
        <source>As a Word document</source>
        <translation>生成 Word 文档</translation>
    </message>
    <message>
        <source>%1, as a Word document</source>
        <translation>%1，生成 Word 文档</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>送到哪里</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides of the paper</source>
        <translation>单面还是双面</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>双面</translation>
    </message>
    <message>
        <source>Handing it to the printer…</source>
        <translation>正在送到打印机…</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>再送一次</translation>
    </message>
</context>
<context>
    <name>RecordActions</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Cover names and numbers</source>
        <translation>遮住姓名和号码</translation>
    </message>
    <message>
        <source>Show names and numbers</source>
        <translation>显示姓名和号码</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take out of the recycle bin</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Delete this record?</source>
        <translation>删除这条记录吗？</translation>
    </message>
    <message>
        <source>It goes to the recycle bin and can be taken out again.</source>
        <translation>记录会移到回收站，以后还可以恢复。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Assign: %1</source>
        <translation>编号：%1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Make void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Restrict…</source>
        <translation>限制处理…</translation>
    </message>
    <message>
        <source>Make this record void?</source>
        <translation>作废这条记录？</translation>
    </message>
    <message>
        <source>It is kept and shown with your reason and your name. It counts in no figure, nobody can change it any more, and this cannot be taken back. A number it has is not given again.</source>
        <translation>记录保留，写明理由和您的姓名，不计入任何数字；谁都不能再改，也不能恢复。已给的文号不再给别的记录。</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Restrict this record?</source>
        <translation>限制处理这条记录？</translation>
    </message>
    <message>
        <source>For somebody who asked for erasure before the time of keeping is over (PIPL article 47). It is kept and counted, its names stay covered, and nobody can change, submit, verify, delete, print or export it until you or the district lift that.</source>
        <translation>当事人要求删除而保管期限未满时用（个人信息保护法第四十七条）。记录继续保存、照常计数、姓名仍遮盖；在您或区县解除之前，谁都不能修改、提交、审核、删除、打印或导出。</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>限制处理</translation>
    </message>
    <message>
        <source>Lift the restriction?</source>
        <translation>解除限制？</translation>
    </message>
    <message>
        <source>The record can be changed, printed and exported again. Its history keeps who restricted it and who lifted that.</source>
        <translation>解除后可以再修改、打印和导出。历史里留着谁限制、谁解除。</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>解除</translation>
    </message>
</context>
<context>
    <name>RecordLine</name>
    <message>
        <source>Several people edited this text at the same time; all of it was joined. Read it through once and save it as it should be.</source>
        <translation>几个人同时改了这段文字，已自动合并；请通读一遍，改好后保存。</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
</context>
<context>
    <name>RecordListPage</name>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Nothing here yet. Press “New” to write the first one.</source>
        <translation>还没有记录。点“新建”写第一条。</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>This record is not on this computer.</source>
        <translation>本机没有这条记录。</translation>
    </message>
    <message>
        <source>Several people wrote here without seeing each other. Fields to settle: %1</source>
        <translation>有人同时改了这条记录，需要您定夺的地方：%1 处</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>This record is in the recycle bin.</source>
        <translation>这条记录在回收站里。</translation>
    </message>
    <message>
        <source>Changed since it was verified; it does not count until somebody looks at it again.</source>
        <translation>审核之后又有改动；再次审核之前不计入统计。</translation>
    </message>
    <message>
        <source>Before it can be submitted:</source>
        <translation>提交之前还要补正：</translation>
    </message>
    <message>
        <source>Verified by %1</source>
        <translation>审核：%1</translation>
    </message>
    <message>
        <source>The district did not take this: %1</source>
        <translation>区县未接受：%1</translation>
    </message>
    <message>
        <source>Mend and send again</source>
        <translation>修改后重报</translation>
    </message>
    <message>
        <source>Written on a computer whose clock was wrong; the history says more. The dates in the record are as they were written.</source>
        <translation>写入时那台电脑的时间有误，详见历史；记录里的日期保持原样。</translation>
    </message>
    <message>
        <source>Receipt of the district: %1</source>
        <translation>区县回执：%1</translation>
    </message>
</context>
<context>
    <name>RecordStanding</name>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2：%3</translation>
    </message>
    <message>
        <source>Void: kept, counted nowhere, closed to every change.</source>
        <translation>已作废：保留备查，不计入任何数字，不能再改。</translation>
    </message>
    <message>
        <source>Restricted (PIPL article 47): kept and counted; no change, print or export until that is lifted.</source>
        <translation>已限制处理（个人信息保护法第四十七条）：保存并照常计数，解除前不能修改、打印或导出。</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>打开另一条</translation>
    </message>
</context>
<context>
    <name>RecordTabs</name>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Files (%1)</source>
        <translation>附件（%1）</translation>
    </message>
    <message>
        <source>Dossier (%1)</source>
        <translation>卷宗（%1）</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>历史（%1）</translation>
    </message>
    <message>
        <source>Remarks (%1)</source>
        <translation>意见（%1）</translation>
    </message>
</context>
<context>
    <name>RefusalCard</name>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>Mend and send again</source>
        <translation>修改后重报</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Show all fields: %1</source>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>Discard what was refused?</source>
        <translation>放弃未被接受的内容？</translation>
    </message>
    <message>
        <source>The record exists on this computer only. It is removed and cannot be brought back.</source>
        <translation>这条记录只在本机上。放弃后将被移除，不能恢复。</translation>
    </message>
    <message>
        <source>What you wrote here is dropped; the record stays as the district has it.</source>
        <translation>您写的这些内容将被丢弃，记录保持区县所收的样子。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Field it is about</source>
        <translation>意见所指的字段</translation>
    </message>
    <message>
        <source>the record as a whole</source>
        <translation>整条记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>To be mended (%1)</source>
        <translation>需补正（%1 处）</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>Mend this</source>
        <translation>去补正</translation>
    </message>
</context>
<context>
    <name>RemarkNotice</name>
    <message>
        <source>Only what the reviewer remarked is shown.</source>
        <translation>只显示审核意见所指的内容。</translation>
    </message>
    <message>
        <source>Show all fields</source>
        <translation>显示全部内容</translation>
    </message>
</context>
<context>
    <name>RemarkTab</name>
    <message>
        <source>With return no. %1</source>
        <translation>第 %1 次退回</translation>
    </message>
    <message>
        <source>Before the verification by %1</source>
        <translation>审核前提出，审核人：%1</translation>
    </message>
    <message>
        <source>Without a return</source>
        <translation>非退回意见</translation>
    </message>
    <message>
        <source>No remarks yet.</source>
        <translation>还没有意见。</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写意见</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>To the field: %1</source>
        <translation>查看字段：%1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回复：%1</translation>
    </message>
    <message>
        <source>It stays with the record, and everybody who sees the record reads it. Nothing is returned by it.</source>
        <translation>意见随记录保存，能看到这条记录的人都能看到；不会因此退回。</translation>
    </message>
    <message>
        <source>Save the remark</source>
        <translation>保存意见</translation>
    </message>
</context>
<context>
    <name>ReportFaults</name>
    <message>
        <source>All %1 units below have verified records of this period.</source>
        <translation>下级 %1 个单位在这段时期都有已审核的记录。</translation>
    </message>
    <message>
        <source>Without a verified record of this period, %1 of %2 units: %3</source>
        <translation>%2 个下级单位中，有 %1 个在这段时期没有一条已审核的记录：%3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing between the figures needs a look.</source>
        <translation>各数字之间没有需要核对的。</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>Document (.docx)</source>
        <translation>文档 (.docx)</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>表格 (.xlsx)</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Write the report</source>
        <translation>写成报告</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Close the report…</source>
        <translation>定稿…</translation>
    </message>
    <message>
        <source>Closed reports</source>
        <translation>已有的定稿</translation>
    </message>
    <message>
        <source>No report was closed on this computer yet.</source>
        <translation>这台电脑上还没有定稿。</translation>
    </message>
    <message>
        <source>Close this report?</source>
        <translation>现在定稿？</translation>
    </message>
    <message>
        <source>%1: its numbers are kept as they are now, with the version of each record behind them. Records can be changed afterwards as before; the closed report then shows what is otherwise. To keep records from changing, lock the period.</source>
        <translation>%1：把现在的数字，连同背后每条记录当时的样子记下来。定稿以后记录照样可以改，打开定稿就能看到哪里不同了。要让记录不能再改，请锁定时期。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>定稿</translation>
    </message>
</context>
<context>
    <name>RescueCards</name>
    <message>
        <source>That did not work, and everything is where it was: %1</source>
        <translation>没有成功，一切还是原样：%1</translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>备份已经恢复。</translation>
    </message>
    <message>
        <source>The place is free for new records.</source>
        <translation>可以重新开始了。</translation>
    </message>
    <message>
        <source>The damaged data are kept in the folder %1. Leave it there until nothing is missed.</source>
        <translation>损坏的数据保留在文件夹 %1。确认什么都不缺以前，请不要删。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>With a backup file</source>
        <translation>有备份文件</translation>
    </message>
    <message>
        <source>The records come back as they were on the day of the backup. What was sent to the district after it comes back with the next sync.</source>
        <translation>记录恢复到备份那天的样子。备份以后上报过区县的，下次同步时会回来。</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Choose the backup file</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Without a backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>The damaged data are put beside, and this computer begins anew. Join the district again with a new one-time code: what was sent there comes back by itself.</source>
        <translation>把损坏的数据放到一边，这台电脑重新开始。用新的一次性注册码再加入区县，上报过的内容会自己回来。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The backup file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>Go on from a backup</source>
        <translation>从备份接着用</translation>
    </message>
    <message>
        <source>Puts the records of a backup file onto this computer. Photos and other attachments are not in a backup: they come from the district when they are looked at.</source>
        <translation>把备份文件里的记录放到这台电脑上。照片等附件不在备份里，查看时从区县取回。</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Backups (*.db)</source>
        <translation>备份文件 (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Kept here from before:</source>
        <translation>以前的数据保留在：</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Put this backup in place of the records here?</source>
        <translation>用这个备份换下本机现在的记录？</translation>
    </message>
    <message>
        <source>The records become as they were when “%1” was written. What is here now is not deleted: it is kept in a folder beside the data folder. What was written since then is only there; what the district already has comes back with the next sync. Everybody signs in anew, with the PIN of then.</source>
        <translation>记录会回到“%1”备份时的样子。本机现在的数据不会删除，放在数据文件夹旁边的另一个文件夹里。备份以后写的只在那个文件夹里；其中已经报到区县的，下次同步会回来。恢复以后，每个人重新登录，用备份那时的 PIN。</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return this record</source>
        <translation>退回这条记录</translation>
    </message>
    <message>
        <source>Say what must be mended; its author sees it with the record.</source>
        <translation>请写明要补正什么，填写人打开记录就能看到。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Previous (Ctrl+Up)</source>
        <translation>上一条（Ctrl+↑）</translation>
    </message>
    <message>
        <source>Next (Ctrl+Down)</source>
        <translation>下一条（Ctrl+↓）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Ctrl+↑ ↓ previous, next · Ctrl+Enter verify · Ctrl+R return</source>
        <translation>Ctrl+↑↓ 上一条/下一条 · Ctrl+回车 审核通过 · Ctrl+R 退回</translation>
    </message>
    <message>
        <source>Return (%1)…</source>
        <translation>退回（%1 条意见）…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>审核通过</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>This record is not on this computer.</source>
        <translation>本机没有这条记录。</translation>
    </message>
    <message>
        <source>Cover names and numbers</source>
        <translation>遮住姓名和号码</translation>
    </message>
    <message>
        <source>Show names and numbers</source>
        <translation>显示姓名和号码</translation>
    </message>
    <message>
        <source>Files and history</source>
        <translation>附件和历史</translation>
    </message>
    <message>
        <source>Several people wrote here without seeing each other. It can be verified when that is settled. Fields: %1</source>
        <translation>有几个人各自改了同一处，先裁决才能审核。字段：%1</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Somebody wrote here while you looked. See below what changed, then go on.</source>
        <translation>您查看期间有人改了这条记录。请看下面改了什么，再继续。</translation>
    </message>
    <message>
        <source>Somebody has judged or moved this record while you looked.</source>
        <translation>您查看期间，这条记录已由别人审核、退回或变动。</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>我已看过</translation>
    </message>
    <message>
        <source>%1 asked: %2</source>
        <translation>%1 要求：%2</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>changed</source>
        <translation>有改动</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>%1 wait; the oldest %2 are shown.</source>
        <translation>共 %1 条待审核，先列最早的 %2 条。</translation>
    </message>
    <message>
        <source>Oldest first. Waiting: %1</source>
        <translation>最早的在前。待审核 %1 条。</translation>
    </message>
    <message>
        <source>Record type</source>
        <translation>记录类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>also what the offices verify themselves</source>
        <translation>也看司法所可自行审核的</translation>
    </message>
    <message>
        <source>Nothing waits for your look.</source>
        <translation>没有等您审核的记录。</translation>
    </message>
    <message>
        <source>Your role reviews no records.</source>
        <translation>您的角色不审核记录。</translation>
    </message>
</context>
<context>
    <name>ReviewRecordPage</name>
    <message>
        <source>There are remarks here that were not sent: return the record, or take them off.</source>
        <translation>这里有写好未发的意见：请退回这条记录，或去掉意见。</translation>
    </message>
    <message>
        <source>Verified. The next one is here.</source>
        <translation>已审核通过，下面是下一条。</translation>
    </message>
    <message>
        <source>Returned. The next one is here.</source>
        <translation>已退回，下面是下一条。</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>审核：%1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Changed since then</source>
        <translation>此后的改动</translation>
    </message>
    <message>
        <source>Nothing changed since then</source>
        <translation>此后没有改动</translation>
    </message>
    <message>
        <source>Show the whole record</source>
        <translation>显示整条记录</translation>
    </message>
</context>
<context>
    <name>ReviewReturnDialog</name>
    <message>
        <source>Return this record</source>
        <translation>退回这条记录</translation>
    </message>
    <message>
        <source>Its author sees these remarks at their fields:</source>
        <translation>填写人会在相应字段看到这些意见：</translation>
    </message>
    <message>
        <source>Say what must be mended; its author sees it with the record.</source>
        <translation>请写明要补正什么，填写人打开记录就能看到。</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>And of the record as a whole</source>
        <translation>对整条记录的意见（可不填）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>Score: %1</source>
        <translation>评分：%1</translation>
    </message>
    <message>
        <source>From 0 to %1 points. What you say stands in the appraisal with your name and can be appealed.</source>
        <translation>0 到 %1 分。评分和理由连同您的姓名写入考核记录，本人可以申诉。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>SendCards</name>
    <message>
        <source>Records now</source>
        <translation>记录：现在上报</translation>
    </message>
    <message>
        <source>%1 waiting; %2 at most, mostly far less.</source>
        <translation>%1 条待上报，最多 %2，通常少得多。</translation>
    </message>
    <message>
        <source>All records are with the district.</source>
        <translation>记录都已上报到区县。</translation>
    </message>
    <message>
        <source>Send records only</source>
        <translation>只上报记录</translation>
    </message>
    <message>
        <source>Photos and files later</source>
        <translation>照片和附件：随后上报</translation>
    </message>
    <message>
        <source>%1 waiting.</source>
        <translation>待上报 %1。</translation>
    </message>
    <message>
        <source>All files are with the district.</source>
        <translation>附件都已上报到区县。</translation>
    </message>
    <message>
        <source>They go by themselves after the records, piece by piece; a break loses nothing.</source>
        <translation>记录报完后自动分段上报，断了从断的地方接着传。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>People on this computer</source>
        <translation>本机人员</translation>
    </message>
    <message>
        <source>Add a person to this computer</source>
        <translation>在本机添加人员</translation>
    </message>
    <message>
        <source>Join a district</source>
        <translation>加入区县</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>名称：%1</translation>
    </message>
    <message>
        <source>District: %1 · server %2</source>
        <translation>区县：%1 · 服务器 %2</translation>
    </message>
    <message>
        <source>Has not joined a district.</source>
        <translation>还没有加入区县。</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>数据文件夹：%1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>The guide tells of every page. F1 opens it where you are.</source>
        <translation>使用指南讲到每一页。按 F1，翻到的就是当前这一页。</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>打开使用指南</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Working now: %1</source>
        <translation>现在是：%1</translation>
    </message>
    <message>
        <source>All of them: %1</source>
        <translation>全部人员：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Lists that were taken out of this computer as files: who, when, what, why.</source>
        <translation>从这台电脑导出过的文件：谁、何时、导出了什么、为什么。</translation>
    </message>
    <message>
        <source>What was exported</source>
        <translation>导出台账</translation>
    </message>
</context>
<context>
    <name>SheetLine</name>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺项。</translation>
    </message>
    <message>
        <source>Records behind it: %1</source>
        <translation>查看 %1 条记录</translation>
    </message>
    <message>
        <source>Score again…</source>
        <translation>重新评分…</translation>
    </message>
    <message>
        <source>Score…</source>
        <translation>评分…</translation>
    </message>
</context>
<context>
    <name>SheetQuestion</name>
    <message>
        <source>Advisor</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村(社区)</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>考核规则</translation>
    </message>
    <message>
        <source>This year so far</source>
        <translation>今年至上月底</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Submitted. It goes to the district with the next sync.</source>
        <translation>已提交，下次同步时报到区县。</translation>
    </message>
    <message>
        <source>Fayi</source>
        <translation>法驿</translation>
    </message>
    <message>
        <source>It goes to the district again with the next sync.</source>
        <translation>下次同步时重新上报区县。</translation>
    </message>
    <message>
        <source>Leave practice first: samples join no district.</source>
        <translation>请先离开练习：样例不能加入区县。</translation>
    </message>
    <message>
        <source>The backup is in place. What was here before is kept in %1</source>
        <translation>已从备份恢复。原来的数据保留在 %1</translation>
    </message>
    <message>
        <source>The backup is in place.</source>
        <translation>已从备份恢复。</translation>
    </message>
    <message>
        <source>What was here is kept in %1</source>
        <translation>原来的内容保留在 %1</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>请选择您的姓名</translation>
    </message>
    <message>
        <source>with a PIN</source>
        <translation>有 PIN</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>没有 PIN</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1的 PIN</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>PIN forgotten?</source>
        <translation>忘记 PIN？</translation>
    </message>
    <message>
        <source>This computer has joined no district, and without one there is no way to replace a forgotten PIN. Nothing is lost: a PIN does not encrypt, so the records can still be read from the data folder with the command fayi-station.</source>
        <translation>这台电脑还没有加入区县，忘记的 PIN 没有办法重设。记录没有丢：PIN 不加密数据，可以请技术人员用 fayi-station 命令从数据文件夹里读出。</translation>
    </message>
    <message>
        <source>Ask the district for a one-time code for %1 and enter it here. The old PIN goes then; nothing else changes.</source>
        <translation>请向区县要一个给%1的一次性注册码，填在下面。原来的 PIN 随即作废，其他都不变。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Fa</source>
        <translation>法</translation>
    </message>
    <message>
        <source>Fayi</source>
        <translation>法驿</translation>
    </message>
    <message>
        <source>Records of grassroots justice, with or without a network.</source>
        <translation>基层司法工作记录，有没有网络都能用。</translation>
    </message>
    <message>
        <source>Start without a server</source>
        <translation>不接服务器，先用起来</translation>
    </message>
    <message>
        <source>Write at once. Everything stays on this computer, and comes along when you join a district later.</source>
        <translation>马上就能写记录。内容都存在本机，以后加入区县时会一并带上。</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>给这台电脑起个名字</translation>
    </message>
    <message>
        <source>for example: Shuanglong office, desk 1</source>
        <translation>例如：双龙司法所一号机</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Try it with samples first</source>
        <translation>先用样例试试</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待上报</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>上报中</translation>
    </message>
    <message>
        <source>at the district</source>
        <translation>已报区县</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>changed since verified</source>
        <translation>审核后有改动</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>退回后重报</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>限制处理</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Press to sync now</source>
        <translation>按下立即同步</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Without a network: write what waits into a file on a stick, take it to the district, and read the answer here. The file is sealed: whoever carries it reads nothing.</source>
        <translation>没有网络时：把待上报的写成一个文件放进 U 盘，带到区县，再把回信带回来读取。文件是加密的，带的人看不到内容。</translation>
    </message>
    <message>
        <source>Write records</source>
        <translation>写出记录</translation>
    </message>
    <message>
        <source>Write records and attachments</source>
        <translation>写出记录和附件</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Read the answer</source>
        <translation>读取回信</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>写到哪里</translation>
    </message>
    <message>
        <source>Fayi exchange files (*.fayi)</source>
        <translation>法驿交换文件 (*.fayi)</translation>
    </message>
    <message>
        <source>The answer, or all its parts</source>
        <translation>回信，或它的全部分卷</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>You opened the file “%1”. Read it as the district&apos;s answer?</source>
        <translation>您打开了文件“%1”。作为区县的回信读取吗？</translation>
    </message>
    <message>
        <source>You opened the file “%1”, but this computer has not joined a district. Join first, then open the file again.</source>
        <translation>您打开了文件“%1”，但这台电脑还没有加入区县。请先加入，再打开这个文件。</translation>
    </message>
    <message>
        <source>Read this file</source>
        <translation>读取这个文件</translation>
    </message>
</context>
<context>
    <name>SyncNotice</name>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>等着上报</translation>
    </message>
    <message>
        <source>Last sync that worked</source>
        <translation>上次同步成功</translation>
    </message>
    <message>
        <source>Link to the district</source>
        <translation>与区县的连接</translation>
    </message>
    <message>
        <source>Nothing is lost: everything is on this computer and goes when there is a link.</source>
        <translation>内容没有丢，都在本机；一有网络就上报。</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Add a person to this computer</source>
        <translation>在本机添加人员</translation>
    </message>
    <message>
        <source>Join a district</source>
        <translation>加入区县</translation>
    </message>
    <message>
        <source>%1 · server %2</source>
        <translation>%1 · 服务器 %2</translation>
    </message>
    <message>
        <source>This computer works without a server. What you write now comes along when it joins a district.</source>
        <translation>本机没有接服务器。现在写的，加入区县时会一并带上。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等着上报的记录</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有等着上报的记录。</translation>
    </message>
    <message>
        <source>Check the link</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>By stick</source>
        <translation>用 U 盘交换</translation>
    </message>
    <message>
        <source>Samples join no district. Your real records are not touched.</source>
        <translation>练习样例不加入任何区县，您真实的记录不受影响。</translation>
    </message>
    <message>
        <source>No record waits any more. Files that go after them: %1.</source>
        <translation>记录都已上报；还有附件 %1 接着上传。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>再显示一些</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>每天的同步</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 条待上报</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有待上报</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>还没有同步过</translation>
    </message>
    <message>
        <source>no server</source>
        <translation>未接服务器</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连上</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>还没试过</translation>
    </message>
    <message>
        <source>To send: %1. Last sync: %2. Link: %3.</source>
        <translation>上报：%1。上次同步：%2。连接：%3。</translation>
    </message>
    <message>
        <source>There is no server yet. Everything you write is kept on this computer.</source>
        <translation>还没有接服务器。您写的都保存在本机。</translation>
    </message>
    <message>
        <source>Queued: it goes by itself as soon as there is a link.</source>
        <translation>已排队，一有网络就自动上报。</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Practice: nothing is sent</source>
        <translation>练习：不会发送</translation>
    </message>
    <message>
        <source>Practice: nothing is sent. What you write here stays with the samples.</source>
        <translation>练习：不会发送任何内容。在这里写的只留在练习样例里。</translation>
    </message>
    <message>
        <source>%1 waiting, %2 of files</source>
        <translation>%1 条待上报，附件 %2</translation>
    </message>
    <message>
        <source>%1 of files waiting</source>
        <translation>附件 %1 待上报</translation>
    </message>
    <message>
        <source>This sync did not get through. It is queued and runs by itself as soon as there is a link.</source>
        <translation>这次没有同步成功。已排队，一有网络会自动再同步，不用再按。</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>读不出来</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Remove: %1</source>
        <translation>删去：%1</translation>
    </message>
    <message>
        <source>write a word, press Enter</source>
        <translation>写一个词，按回车</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Remove: %1</source>
        <translation>删去：%1</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>换人</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Update needed</source>
        <translation>需要升级</translation>
    </message>
    <message>
        <source>Data cannot be opened</source>
        <translation>数据打不开</translation>
    </message>
    <message>
        <source>The damaged records are out of the way.</source>
        <translation>损坏的记录已经放到一边。</translation>
    </message>
    <message>
        <source>The records on this computer cannot be read: their file is damaged.</source>
        <translation>本机的记录读不出来：存放记录的文件损坏了。</translation>
    </message>
    <message>
        <source>This program is older than the records on this computer.</source>
        <translation>这个程序比本机的记录旧。</translation>
    </message>
    <message>
        <source>The records on this computer cannot be opened now.</source>
        <translation>本机的记录暂时打不开。</translation>
    </message>
    <message>
        <source>That happens when the power fails or a disk grows old. It is nobody&apos;s fault.</source>
        <translation>停电或硬盘老化都会造成这种情况，不是谁的错。</translation>
    </message>
    <message>
        <source>A newer version of Fayi wrote them. This one (%1) does not know all that is in them, so it leaves them alone.</source>
        <translation>这些记录是更新版本的法驿写的。现在这个版本（%1）认不全里面的内容，所以没有去动。</translation>
    </message>
    <message>
        <source>Perhaps another program is using them, or the folder does not belong to you, or its disk is not there.</source>
        <translation>可能是别的程序正在用，也可能这个文件夹不归您用，或者硬盘没有接好。</translation>
    </message>
    <message>
        <source>What is not lost</source>
        <translation>什么没有丢</translation>
    </message>
    <message>
        <source>What was sent to the district is safe there. The damaged file is kept, whatever you choose below: nothing is deleted, and an expert may save more of it. What was written after the last backup and was not sent yet may be missing afterwards.</source>
        <translation>上报过的内容在区县那里，没有丢。下面不管选哪一样，损坏的文件都会保留，不会删除任何东西，以后可以请懂行的人再抢救。上次备份以后写的、又还没有上报的内容，可能会缺。</translation>
    </message>
    <message>
        <source>Nothing is lost. Nothing in these records was changed.</source>
        <translation>什么都没有丢，这些记录一个字也没有改动。</translation>
    </message>
    <message>
        <source>The records are in the folder %1</source>
        <translation>记录所在的文件夹：%1</translation>
    </message>
    <message>
        <source>For whoever helps you: %1</source>
        <translation>给帮您处理的人看：%1</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Close this program. Ask the district for the newest version of Fayi, or take it from where you got this one, and install it over this one. Then open it: all records are there.</source>
        <translation>请关掉程序，向区县要最新版的法驿（或到您当初拿到它的地方去取），直接装在现在的版本上面，再打开，记录都在。</translation>
    </message>
    <message>
        <source>Close other windows of Fayi, look whether the disk or the network folder is connected, then try again. If it stays like this, restart the computer, or ask whoever looks after it.</source>
        <translation>请关掉其他的法驿窗口，看看硬盘或网络文件夹有没有接好，然后再试一次。还是不行，请重新启动电脑，或找管电脑的人。</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>TypeCard</name>
    <message>
        <source>records: %1</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation>查看全部：%1</translation>
    </message>
    <message>
        <source>how many records cannot be read</source>
        <translation>有多少条，读不出来</translation>
    </message>
</context>
<context>
    <name>TypeLine</name>
    <message>
        <source>records: %1</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>how many records cannot be read</source>
        <translation>有多少条，读不出来</translation>
    </message>
</context>
<context>
    <name>TypesPage</name>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入表格</translation>
    </message>
</context>
<context>
    <name>UnitCard</name>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Its villages</source>
        <translation>看各村(社区)</translation>
    </message>
    <message>
        <source>Nothing of it ever came here.</source>
        <translation>从未收到该单位的记录。</translation>
    </message>
    <message>
        <source>Last day recorded: %1</source>
        <translation>最近一条发生在：%1</translation>
    </message>
    <message>
        <source>last heard of: %1</source>
        <translation>最近收到改动：%1</translation>
    </message>
    <message>
        <source>Computers, and when something was last written there: %1</source>
        <translation>各台电脑最近一次填写：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>fayi::ui::AssessmentModel</name>
    <message>
        <source>each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>each quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>each year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>in the whole time</source>
        <translation>考核期内</translation>
    </message>
    <message>
        <source>: %1 at least %2 %3</source>
        <translation>：%1不少于 %2 %3</translation>
    </message>
    <message>
        <source>: %1 at most %2 %3</source>
        <translation>：%1不超过 %2 %3</translation>
    </message>
    <message>
        <source>; %1 points taken for each one</source>
        <translation>；每项扣 %1 分</translation>
    </message>
    <message>
        <source>; %1 points taken each time it is missed</source>
        <translation>；每缺一次扣 %1 分</translation>
    </message>
    <message>
        <source>at most %1 points are taken in all</source>
        <translation>合计最多扣 %1 分</translation>
    </message>
    <message>
        <source> %1 of %2 %3</source>
        <translation> 实有 %1，应有 %2 %3</translation>
    </message>
    <message>
        <source> %1 where at most %2 %3 are allowed</source>
        <translation> 有 %1，最多允许 %2 %3</translation>
    </message>
    <message>
        <source>To be scored by %1</source>
        <translation>待评定：%1</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>还缺：%1</translation>
    </message>
    <message>
        <source>%1 of %2 periods kept</source>
        <translation>应达标 %2 期，已达标 %1 期</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>得分 %1 / 满分 %2</translation>
    </message>
    <message>
        <source>Still to be scored by people: %1 points</source>
        <translation>另有 %1 分待人工评定</translation>
    </message>
    <message>
        <source>Frozen at %1 points; the records come to %2 now.</source>
        <translation>固定时 %1 分；现在的记录得出 %2 分。</translation>
    </message>
</context>
<context>
    <name>fayi::ui::AttachmentsModel</name>
    <message>
        <source>at the district; fetched when it is saved</source>
        <translation>在区县，另存时取回</translation>
    </message>
    <message>
        <source>on this computer, waits to be sent</source>
        <translation>在本机，等待上传</translation>
    </message>
    <message>
        <source>here and at the district</source>
        <translation>本机和区县都有</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>at the district; %1 % of it has come</source>
        <translation>内容在区县，已取回 %1%</translation>
    </message>
    <message>
        <source>on this computer; %1 % of it is sent</source>
        <translation>在本机，已上报 %1%</translation>
    </message>
</context>
<context>
    <name>fayi::ui::BoardModel</name>
    <message>
        <source>no visit logged yet</source>
        <translation>从未登记服务</translation>
    </message>
    <message>
        <source>no visit logged since %1</source>
        <translation>自 %1起未登记服务</translation>
    </message>
    <message>
        <source>%1 of %2 villages: %3</source>
        <translation>%2 个村(社区)中 %1 个久未服务，最久的%3</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>已锁定至 %1</translation>
    </message>
    <message>
        <source>locked until %1, with %2</source>
        <translation>已随 %2 锁定至 %1</translation>
    </message>
    <message>
        <source>Board of %1</source>
        <translation>%1单位情况</translation>
    </message>
    <message>
        <source>has not reported anything yet</source>
        <translation>从来没有上报过</translation>
    </message>
    <message>
        <source>has not reported since %1</source>
        <translation>从 %1 以后没有上报</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>没有名字的电脑</translation>
    </message>
</context>
<context>
    <name>fayi::ui::CameraController</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>fayi::ui::DossierModel</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
</context>
<context>
    <name>fayi::ui::DueModel</name>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>%1 days overdue</source>
        <translation>超期 %1 天</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>还有 %1 天</translation>
    </message>
    <message>
        <source>holidays of that year not announced yet</source>
        <translation>该年放假安排尚未公布</translation>
    </message>
</context>
<context>
    <name>fayi::ui::ExportLedgerModel</name>
    <message>
        <source>search: %1</source>
        <translation>查找：%1</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>有查找条件</translation>
    </message>
    <message>
        <source>%1: %2 records</source>
        <translation>%1，%2 条</translation>
    </message>
</context>
<context>
    <name>fayi::ui::FiguresModel</name>
    <message>
        <source>no change</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>none the year before</source>
        <translation>上年同期为零</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>增 %1%</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <translation>减 %1%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1 (the whole: %2)</source>
        <translation>%1（分母：%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (both: %2)</source>
        <translation>%1（同时计入：%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>all that I see</source>
        <translation>我能看到的全部</translation>
    </message>
</context>
<context>
    <name>fayi::ui::ImportModel</name>
    <message>
        <source>Rows to mend of %1</source>
        <translation>%1 要改的行</translation>
    </message>
</context>
<context>
    <name>fayi::ui::LinkTestModel</name>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 毫秒</translation>
    </message>
</context>
<context>
    <name>fayi::ui::MonthModel</name>
    <message>
        <source>This month (%1)</source>
        <translation>本月（%1 月）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
</context>
<context>
    <name>fayi::ui::PrintQueue</name>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>A number from 1 to %1</source>
        <translation>请填 1 到 %1 的数</translation>
    </message>
</context>
<context>
    <name>fayi::ui::RecordListModel</name>
    <message>
        <source>from %1 on</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 止</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>fayi::ui::ReportController</name>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>closed by %1, %2</source>
        <translation>%1 定稿，%2</translation>
    </message>
</context>
<context>
    <name>fayi::ui::ReviewLook</name>
    <message>
        <source>Verified by %1 · %2</source>
        <translation>已审核：%1 · %2</translation>
    </message>
    <message>
        <source>Returned by %1 · %2</source>
        <translation>已退回：%1 · %2</translation>
    </message>
    <message>
        <source>not kept here; the history of the record can fetch it</source>
        <translation>本机没有留存，可在该记录的“历史”中取来</translation>
    </message>
</context>
<context>
    <name>fayi::ui::ReviewModel</name>
    <message>
        <source>All (%1)</source>
        <translation>全部（%1）</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
</context>
<context>
    <name>fayi::ui::SyncDaysModel</name>
    <message>
        <source>Syncs: %1</source>
        <translation>同步 %1 次</translation>
    </message>
    <message>
        <source>%1, not through: %2</source>
        <translation>%1，没成 %2 次</translation>
    </message>
    <message>
        <source>sent: %1</source>
        <translation>上报：%1</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>接收：%1</translation>
    </message>
    <message>
        <source>not accepted: %1</source>
        <translation>未被接受：%1</translation>
    </message>
    <message>
        <source>files: %1 out, %2 in</source>
        <translation>附件：上传 %1，收到 %2</translation>
    </message>
    <message>
        <source>%1 out, %2 in</source>
        <translation>流量：发 %1，收 %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
</TS>
