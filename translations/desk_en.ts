<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BuiltinsText</name>
    <message numerus="yes">
        <source>Searching %n file(s)</source>
        <translation>
            <numerusform>Searching %n file</numerusform>
            <numerusform>Searching %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpressionText</name>
    <message numerus="yes">
        <source>The expression is longer than %n character(s).</source>
        <translation>
            <numerusform>The expression is longer than %n character.</numerusform>
            <numerusform>The expression is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownBuilder</name>
    <message numerus="yes">
        <source>%n more rows are not shown. Copy the message to get them all.</source>
        <translation>
            <numerusform>%n more row is not shown. Copy the message to get it.</numerusform>
            <numerusform>%n more rows are not shown. Copy the message to get them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageItem</name>
    <message numerus="yes">
        <source>%n more steps</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaWords</name>
    <message numerus="yes">
        <source>This must have at least %n character(s).</source>
        <translation>
            <numerusform>This must have at least %n character.</numerusform>
            <numerusform>This must have at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This must have at most %n character(s).</source>
        <translation>
            <numerusform>This must have at most %n character.</numerusform>
            <numerusform>This must have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This list must have at least %n item(s).</source>
        <translation>
            <numerusform>This list must have at least %n item.</numerusform>
            <numerusform>This list must have at least %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This list must have at most %n item(s).</source>
        <translation>
            <numerusform>This list must have at most %n item.</numerusform>
            <numerusform>This list must have at most %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n of the fields must be given.</source>
        <translation>
            <numerusform>At least %n of the fields must be given.</numerusform>
            <numerusform>At least %n of the fields must be given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n of the fields may be given.</source>
        <translation>
            <numerusform>At most %n of the fields may be given.</numerusform>
            <numerusform>At most %n of the fields may be given.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableAnswerText</name>
    <message numerus="yes">
        <source>%1 has %n row(s) and these columns:</source>
        <translation>
            <numerusform>%1 has %n row and these columns:</numerusform>
            <numerusform>%1 has %n rows and these columns:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s) of %1:</source>
        <translation>
            <numerusform>%n value of %1:</numerusform>
            <numerusform>%n different values of %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s):</source>
        <translation>
            <numerusform>%n row:</numerusform>
            <numerusform>%n rows:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the tool result.</source>
        <translation>
            <numerusform>%n more row is in the tool result.</numerusform>
            <numerusform>%n more rows are in the tool result.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file have more or fewer cells than its header; missing cells count as empty.</source>
        <translation>
            <numerusform>%n row of the file has more or fewer cells than its header; missing cells count as empty.</numerusform>
            <numerusform>%n rows of the file have more or fewer cells than its header; missing cells count as empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFit</name>
    <message numerus="yes">
        <source>%n more columns do not fit here. Open the table to see them.</source>
        <translation>
            <numerusform>%n more column does not fit here. Open the table to see it.</numerusform>
            <numerusform>%n more columns do not fit here. Open the table to see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableQueryText</name>
    <message numerus="yes">
        <source>The query took longer than %n second(s) and was stopped.</source>
        <translation>
            <numerusform>The query took longer than %n second and was stopped.</numerusform>
            <numerusform>The query took longer than %n seconds and was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolReport</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rows</source>
        <translation>
            <numerusform>%n more row</numerusform>
            <numerusform>%n more rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AdminPage</name>
    <message numerus="yes">
        <source>Most used models, last %n day(s)</source>
        <translation>
            <numerusform>Most used models, last day</numerusform>
            <numerusform>Most used models, last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentActions</name>
    <message numerus="yes">
        <source>Delete %n agent(s)?</source>
        <translation>
            <numerusform>Delete %n agent?</numerusform>
            <numerusform>Delete %n agents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentEditor</name>
    <message numerus="yes">
        <source>Not saved: %Ln thing(s) must be put right first.</source>
        <translation>
            <numerusform>Not saved: %Ln thing must be put right first.</numerusform>
            <numerusform>Not saved: %Ln things must be put right first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentFacts</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentRunsView</name>
    <message numerus="yes">
        <source>Perhaps out of date: these are the %n run(s) that were seen before.</source>
        <translation>
            <numerusform>Perhaps out of date: this is the %n run that was seen before.</numerusform>
            <numerusform>Perhaps out of date: these are the %n runs that were seen before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n run(s); there may be older ones.</source>
        <translation>
            <numerusform>The latest %n run; there may be older ones.</numerusform>
            <numerusform>The latest %n runs; there may be older ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n run(s) that the server shows to this account.</source>
        <translation>
            <numerusform>The only run that the server shows to this account.</numerusform>
            <numerusform>All %n runs that the server shows to this account.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Computed on this computer from the %n run(s) above that have ended:</source>
        <translation>
            <numerusform>Computed on this computer from the one run above that has ended:</numerusform>
            <numerusform>Computed on this computer from the %n runs above that have ended:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n succeeded</source>
        <translation>
            <numerusform>%n succeeded</numerusform>
            <numerusform>%n succeeded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentScoresView</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No run of this agent was graded in the last %n day(s).</source>
        <translation>
            <numerusform>No run of this agent was graded in the last day.</numerusform>
            <numerusform>No run of this agent was graded in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scores from 0 to 1, of the last %n day(s).</source>
        <translation>
            <numerusform>Scores from 0 to 1, of the last day.</numerusform>
            <numerusform>Scores from 0 to 1, of the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on average, of %n score(s)</source>
        <translation>
            <numerusform>%1, of %n score</numerusform>
            <numerusform>%1 on average, of %n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s); the server told no average.</source>
        <translation>
            <numerusform>%n score; the server told no average.</numerusform>
            <numerusform>%n scores; the server told no average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of all %n score(s) kept: %1</source>
        <translation>
            <numerusform>Of the one score kept: %1</numerusform>
            <numerusform>Of all %n scores kept: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) succeeded, as the server counts</source>
        <translation>
            <numerusform>%1 of %n run succeeded, as the server counts</numerusform>
            <numerusform>%1 of %n runs succeeded, as the server counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>quality %1 of %n score(s)</source>
        <translation>
            <numerusform>quality %1 of %n score</numerusform>
            <numerusform>quality %1 of %n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %n hour(s), over all people, as the server counts: %1.</source>
        <translation>
            <numerusform>In the last hour, over all people, as the server counts: %1.</numerusform>
            <numerusform>In the last %n hours, over all people, as the server counts: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentSelection</name>
    <message numerus="yes">
        <source>%n agent(s) chosen</source>
        <translation>
            <numerusform>%n agent chosen</numerusform>
            <numerusform>%n agents chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentTools</name>
    <message numerus="yes">
        <source>%n tool(s):</source>
        <translation>
            <numerusform>%n tool:</numerusform>
            <numerusform>%n tools:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AgentsPage</name>
    <message numerus="yes">
        <source>%1 of %n agent(s) active</source>
        <translation>
            <numerusform>%1 of %n agent active</numerusform>
            <numerusform>%1 of %n agents active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) today</source>
        <translation>
            <numerusform>%n run today</numerusform>
            <numerusform>%n runs today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n run(s) today</source>
        <translation>
            <numerusform>at least %n run today</numerusform>
            <numerusform>at least %n runs today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed</source>
        <translation>
            <numerusform>%n of them failed</numerusform>
            <numerusform>%n of them failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AnswerKeeper</name>
    <message numerus="yes">
        <source>%n answer(s) are still being written.</source>
        <translation>
            <numerusform>%n answer is still being written.</numerusform>
            <numerusform>%n answers are still being written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are still being written. Agent Desk stays in the tray until you quit it.</source>
        <translation>
            <numerusform>%n answer is still being written. Agent Desk stays in the tray until you quit it.</numerusform>
            <numerusform>%n answers are still being written. Agent Desk stays in the tray until you quit it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::AskAgainMenu</name>
    <message numerus="yes">
        <source>%n more can be chosen beside the message</source>
        <extracomment>At the end of a menu that is full</extracomment>
        <translation>
            <numerusform>%n more can be chosen beside the message</numerusform>
            <numerusform>%n more can be chosen beside the message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::BulkExportDialog</name>
    <message numerus="yes">
        <source>Export %n conversations</source>
        <translation>
            <numerusform>Export %n conversation</numerusform>
            <numerusform>Export %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations are in %1.</source>
        <translation>
            <numerusform>%n conversation is in %1.</numerusform>
            <numerusform>%n conversations are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations could not be exported.</source>
        <translation>
            <numerusform>%n conversation could not be exported.</numerusform>
            <numerusform>%n conversations could not be exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ChatPage</name>
    <message numerus="yes">
        <source>%n messages wait to be sent.</source>
        <translation>
            <numerusform>%n message waits to be sent.</numerusform>
            <numerusform>%n messages wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ChoiceList</name>
    <message numerus="yes">
        <source>%n of %1 selected</source>
        <translation>
            <numerusform>%n of %1 selected</numerusform>
            <numerusform>%n of %1 selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::Composer</name>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConnectionDoctor</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the server&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is one minute ahead of the server&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the server&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is one minute behind the server&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection was cut after %n second(s).</source>
        <translation>
            <numerusform>The connection was cut after one second.</numerusform>
            <numerusform>The connection was cut after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConversationDelegate</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes ago, short</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConversationExport</name>
    <message numerus="yes">
        <source>This conversation is too long for a text document: it has more than %n message(s).</source>
        <translation>
            <numerusform>This conversation is too long for a text document: it has more than %n message.</numerusform>
            <numerusform>This conversation is too long for a text document: it has more than %n messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConversationGroupModel</name>
    <message numerus="yes">
        <source>%1, group of %n conversations</source>
        <translation>
            <numerusform>%1, group of %n conversation</numerusform>
            <numerusform>%1, group of %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, group of %n conversations, open</source>
        <translation>
            <numerusform>%1, group of %n conversation, open</numerusform>
            <numerusform>%1, group of %n conversations, open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, group of %n conversations, closed</source>
        <translation>
            <numerusform>%1, group of %n conversation, closed</numerusform>
            <numerusform>%1, group of %n conversations, closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ConversationHead</name>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln tokens</source>
        <translation>
            <numerusform>at least %Ln token</numerusform>
            <numerusform>at least %Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiff</name>
    <message numerus="yes">
        <source>%n more differences are not shown</source>
        <translation>
            <numerusform>%n more difference is not shown</numerusform>
            <numerusform>%n more differences are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionDiffView</name>
    <message numerus="yes">
        <source>More than %n differences</source>
        <translation>
            <numerusform>More than %n difference</numerusform>
            <numerusform>More than %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionExport</name>
    <message numerus="yes">
        <source>%n file(s) of these names say something else.</source>
        <translation>
            <numerusform>%n file of these names says something else.</numerusform>
            <numerusform>%n files of these names say something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionExportDialog</name>
    <message numerus="yes">
        <source>%n secret(s) are left out, too, and have to be entered anew after an import.</source>
        <translation>
            <numerusform>%n secret is left out, too, and has to be entered anew after an import.</numerusform>
            <numerusform>%n secrets are left out, too, and have to be entered anew after an import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)?</source>
        <translation>
            <numerusform>Replace %n file?</numerusform>
            <numerusform>Replace %n files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written: %1</source>
        <translation>
            <numerusform>%n file written: %1</numerusform>
            <numerusform>%n files written: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) said the same already.</source>
        <translation>
            <numerusform>%n file said the same already.</numerusform>
            <numerusform>%n files said the same already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) left out: ${NAME} stands in their place.</source>
        <translation>
            <numerusform>%n secret left out: ${NAME} stands in its place.</numerusform>
            <numerusform>%n secrets left out: ${NAME} stands in their place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionImportDialog</name>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken back</source>
        <translation>
            <numerusform>%n not taken back</numerusform>
            <numerusform>%n not taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n not reached</numerusform>
            <numerusform>%n not reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DefinitionWords</name>
    <message numerus="yes">
        <source>Export %n tool(s)</source>
        <translation>
            <numerusform>Export %n tool</numerusform>
            <numerusform>Export %n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n workflow(s)</source>
        <translation>
            <numerusform>Export %n workflow</numerusform>
            <numerusform>Export %n workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n agent(s)</source>
        <translation>
            <numerusform>Export %n agent</numerusform>
            <numerusform>Export %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) could not be exported.</source>
        <translation>
            <numerusform>%n tool could not be exported.</numerusform>
            <numerusform>%n tools could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workflow(s) could not be exported.</source>
        <translation>
            <numerusform>%n workflow could not be exported.</numerusform>
            <numerusform>%n workflows could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) could not be exported.</source>
        <translation>
            <numerusform>%n agent could not be exported.</numerusform>
            <numerusform>%n agents could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n tool(s)</source>
        <translation>
            <numerusform>&amp;Import %n tool</numerusform>
            <numerusform>&amp;Import %n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n workflow(s)</source>
        <translation>
            <numerusform>&amp;Import %n workflow</numerusform>
            <numerusform>&amp;Import %n workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n agent(s)</source>
        <translation>
            <numerusform>&amp;Import %n agent</numerusform>
            <numerusform>&amp;Import %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promote %n tool(s)</source>
        <translation>
            <numerusform>Promote %n tool</numerusform>
            <numerusform>Promote %n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promote %n workflow(s)</source>
        <translation>
            <numerusform>Promote %n workflow</numerusform>
            <numerusform>Promote %n workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promote %n agent(s)</source>
        <translation>
            <numerusform>Promote %n agent</numerusform>
            <numerusform>Promote %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n tool(s)</source>
        <translation>
            <numerusform>&amp;Promote %n tool</numerusform>
            <numerusform>&amp;Promote %n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n workflow(s)</source>
        <translation>
            <numerusform>&amp;Promote %n workflow</numerusform>
            <numerusform>&amp;Promote %n workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Promote %n agent(s)</source>
        <translation>
            <numerusform>&amp;Promote %n agent</numerusform>
            <numerusform>&amp;Promote %n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n tool(s) change there for everybody at once.</source>
        <translation>
            <numerusform>“%1” is a production server. %n tool changes there for everybody at once.</numerusform>
            <numerusform>“%1” is a production server. %n tools change there for everybody at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n workflow(s) change there for everybody at once.</source>
        <translation>
            <numerusform>“%1” is a production server. %n workflow changes there for everybody at once.</numerusform>
            <numerusform>“%1” is a production server. %n workflows change there for everybody at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is a production server. %n agent(s) change there for everybody at once.</source>
        <translation>
            <numerusform>“%1” is a production server. %n agent changes there for everybody at once.</numerusform>
            <numerusform>“%1” is a production server. %n agents change there for everybody at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::DeletionBar</name>
    <message numerus="yes">
        <source>%n messages deleted.</source>
        <translation>
            <numerusform>%n message deleted.</numerusform>
            <numerusform>%n messages deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ExecutionOverlay</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ExportDialog</name>
    <message numerus="yes">
        <source>The &amp;whole conversation (%n message(s))</source>
        <translation>
            <numerusform>The &amp;whole conversation (%n message)</numerusform>
            <numerusform>The &amp;whole conversation (%n messages)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ExportWords</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::FolderBar</name>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 in total, from %2 and the folders in it.</source>
        <extracomment>%1: their size together, %2: the name of a folder</extracomment>
        <translation>
            <numerusform>%n file, %1 in total, from %2 and the folders in it.</numerusform>
            <numerusform>%n files, %1 in total, from %2 and the folders in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So do %n file(s) that are empty, too large or cannot be read.</source>
        <translation>
            <numerusform>So does %n file that is empty, too large or cannot be read.</numerusform>
            <numerusform>So do %n files that are empty, too large or cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Attach %n File(s)</source>
        <translation>
            <numerusform>&amp;Attach %n File</numerusform>
            <numerusform>&amp;Attach %n Files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds more than one message can take: at most %n file(s), in folders that are not nested too deeply. Choose the files that matter instead.</source>
        <translation>
            <numerusform>%1 holds more than one message can take: at most %n file, in folders that are not nested too deeply. Choose the files that matter instead.</numerusform>
            <numerusform>%1 holds more than one message can take: at most %n files, in folders that are not nested too deeply. Choose the files that matter instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::GatewayPane</name>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at most</source>
        <translation>
            <numerusform>%n at most</numerusform>
            <numerusform>%n at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::GuardWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ImportDialog</name>
    <message numerus="yes">
        <source>“%1” with %n messages becomes a new conversation of yours.</source>
        <translation>
            <numerusform>“%1” with %n message becomes a new conversation of yours.</numerusform>
            <numerusform>“%1” with %n messages becomes a new conversation of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached files are left out: they are not in the file.</source>
        <translation>
            <numerusform>%n attached file is left out: it is not in the file.</numerusform>
            <numerusform>%n attached files are left out: they are not in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages without words are left out: the server takes none.</source>
        <translation>
            <numerusform>%n message without words is left out: the server takes none.</numerusform>
            <numerusform>%n messages without words are left out: the server takes none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ImportPlanView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InsightActions</name>
    <message numerus="yes">
        <source>Delete %n insight(s)?</source>
        <translation>
            <numerusform>Delete %n insight?</numerusform>
            <numerusform>Delete %n insights?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) deleted. Undo adds the text again, with today’s date.</source>
        <translation>
            <numerusform>%n insight deleted. Undo adds the text again, with today’s date.</numerusform>
            <numerusform>%n insights deleted. Undo adds the text again, with today’s date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) exported.</source>
        <translation>
            <numerusform>%n insight exported.</numerusform>
            <numerusform>%n insights exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InsightDialog</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InsightDock</name>
    <message numerus="yes">
        <source>%n insights of this conversation</source>
        <translation>
            <numerusform>%n insight of this conversation</numerusform>
            <numerusform>%n insights of this conversation</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::InstructionsSection</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::JsonPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>The first %n</numerusform>
            <numerusform>The first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::KeysPane</name>
    <message numerus="yes">
        <source>The key works: %1 offers %n model(s).</source>
        <translation>
            <numerusform>The key works: %1 offers %n model.</numerusform>
            <numerusform>The key works: %1 offers %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::LlmListModel</name>
    <message numerus="yes">
        <source>context of %n token(s)</source>
        <translation>
            <numerusform>context of %n token</numerusform>
            <numerusform>context of %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %n agent(s)</source>
        <translation>
            <numerusform>used by %n agent</numerusform>
            <numerusform>used by %n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::MainWindow</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things that need an answer</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ModelDetail</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ModelsPage</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s)</source>
        <translation>
            <numerusform>%n provider</numerusform>
            <numerusform>%n providers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n used by agents</source>
        <translation>
            <numerusform>%n used by agents</numerusform>
            <numerusform>%n used by agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::NetworkSection</name>
    <message numerus="yes">
        <source>It holds %n certificates, more than anybody could compare. Ask for a file with your company&apos;s alone.</source>
        <translation>
            <numerusform>It holds one certificate, more than anybody could compare. Ask for a file with your company&apos;s alone.</numerusform>
            <numerusform>It holds %n certificates, more than anybody could compare. Ask for a file with your company&apos;s alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::OpenedFiles</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Attach %n File(s)</source>
        <translation>
            <numerusform>&amp;Attach %n File</numerusform>
            <numerusform>&amp;Attach %n Files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::OptionWords</name>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln tokens an answer</source>
        <translation>
            <numerusform>At most %Ln token an answer</numerusform>
            <numerusform>At most %Ln tokens an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::PickList</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProfileFile</name>
    <message numerus="yes">
        <source>There are more than %n profiles in it.</source>
        <translation>
            <numerusform>There is more than one profile in it.</numerusform>
            <numerusform>There are more than %n profiles in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProfileOpener</name>
    <message numerus="yes">
        <source>%n answer(s) are still being written. They go on at the server, but not before your eyes.</source>
        <translation>
            <numerusform>One answer is still being written. It goes on at the server, but not before your eyes.</numerusform>
            <numerusform>%n answers are still being written. They go on at the server, but not before your eyes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProfileSection</name>
    <message numerus="yes">
        <source>%n answer(s) are still being written. They go on at the server, but not before your eyes.</source>
        <translation>
            <numerusform>One answer is still being written. It goes on at the server, but not before your eyes.</numerusform>
            <numerusform>%n answers are still being written. They go on at the server, but not before your eyes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::PromotionDialog</name>
    <message numerus="yes">
        <source>%n promoted</source>
        <translation>
            <numerusform>%n promoted</numerusform>
            <numerusform>%n promoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not promoted</source>
        <translation>
            <numerusform>%n not promoted</numerusform>
            <numerusform>%n not promoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>%n rolled back</numerusform>
            <numerusform>%n rolled back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rolled back</source>
        <translation>
            <numerusform>%n not rolled back</numerusform>
            <numerusform>%n not rolled back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::PromptDialog</name>
    <message numerus="yes">
        <source>%n prompts were added.</source>
        <translation>
            <numerusform>%n prompt was added.</numerusform>
            <numerusform>%n prompts were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompts were written.</source>
        <translation>
            <numerusform>%n prompt was written.</numerusform>
            <numerusform>%n prompts were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::PromptListModel</name>
    <message numerus="yes">
        <source>used %n times</source>
        <translation>
            <numerusform>used once</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ProviderCheck</name>
    <message numerus="yes">
        <source>The connection works (%L1 ms). The server offers %n model(s).</source>
        <translation>
            <numerusform>The connection works (%L1 ms). The server offers %n model.</numerusform>
            <numerusform>The connection works (%L1 ms). The server offers %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RatingsExport</name>
    <message numerus="yes">
        <source>%n rated answers saved as %1</source>
        <translation>
            <numerusform>%n rated answer saved as %1</numerusform>
            <numerusform>%n rated answers saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RemovalBar</name>
    <message numerus="yes">
        <source>Deleted %n conversations.</source>
        <translation>
            <numerusform>Deleted %n conversation.</numerusform>
            <numerusform>Deleted %n conversations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RunDetail</name>
    <message numerus="yes">
        <source>%1

(cut here: the whole answer has %Ln characters)</source>
        <translation>
            <numerusform>%1

(cut here: the whole answer has %Ln character)</numerusform>
            <numerusform>%1

(cut here: the whole answer has %Ln characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::RunsPage</name>
    <message numerus="yes">
        <source>%1 of %n loaded run(s)</source>
        <translation>
            <numerusform>%1 of %n loaded run</numerusform>
            <numerusform>%1 of %n loaded runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SchemaArrayField</name>
    <message numerus="yes">
        <source>Show more of %n further item(s)</source>
        <translation>
            <numerusform>Show %n further item</numerusform>
            <numerusform>Show more of %n further items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in items that are not shown yet.</source>
        <translation>
            <numerusform>%n problem in items that are not shown yet.</numerusform>
            <numerusform>%n problems in items that are not shown yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SchemaEditor</name>
    <message numerus="yes">
        <source>%n value(s) must be put right first.</source>
        <translation>
            <numerusform>%n value must be put right first.</numerusform>
            <numerusform>%n values must be put right first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SchemaObjectField</name>
    <message numerus="yes">
        <source>Show %n more field(s)</source>
        <translation>
            <numerusform>Show %n more field</numerusform>
            <numerusform>Show %n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s) that the form does not know are kept. They are seen in the JSON view.</source>
        <translation>
            <numerusform>%n more value that the form does not know is kept. It is seen in the JSON view.</numerusform>
            <numerusform>%n more values that the form does not know are kept. They are seen in the JSON view.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fields: %n problem(s) inside</source>
        <translation>
            <numerusform>Fields: %n problem inside</numerusform>
            <numerusform>Fields: %n problems inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ScratchRun</name>
    <message numerus="yes">
        <source>The question is too long: at most %n characters.</source>
        <translation>
            <numerusform>The question is too long: at most %n character.</numerusform>
            <numerusform>The question is too long: at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SearchDialog</name>
    <message numerus="yes">
        <source>%n hits and more</source>
        <translation>
            <numerusform>%n hit and more</numerusform>
            <numerusform>%n hits and more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations are searched.</source>
        <translation>
            <numerusform>The one conversation is searched.</numerusform>
            <numerusform>All %n conversations are searched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SendGuard</name>
    <message numerus="yes">
        <source>%n files were left out: nobody decided about them.</source>
        <translation>
            <numerusform>%n file was left out: nobody decided about it.</numerusform>
            <numerusform>%n files were left out: nobody decided about them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::SignInDialog</name>
    <message numerus="yes">
        <source>Continue in %n s</source>
        <translation>
            <numerusform>Continue in %n s</numerusform>
            <numerusform>Continue in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send again in %n s</source>
        <translation>
            <numerusform>Send again in %n s</numerusform>
            <numerusform>Send again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::StatusLine</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::StepDescription</name>
    <message numerus="yes">
        <source>%n step(s), none is chosen.</source>
        <translation>
            <numerusform>%n step, none is chosen.</numerusform>
            <numerusform>%n steps, none is chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::StepModel</name>
    <message numerus="yes">
        <source>%n step(s) at the same time</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps at the same time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TableWindow</name>
    <message numerus="yes">
        <source>%n rows</source>
        <extracomment>How many rows the filter leaves</extracomment>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %n conversations. They are kept on this computer only.</source>
        <translation>
            <numerusform>Tags of %n conversation. They are kept on this computer only.</numerusform>
            <numerusform>Tags of %n conversations. They are kept on this computer only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolCasesPane</name>
    <message numerus="yes">
        <source>%n value(s) of the input look like a secret. They are left out of the test case and have to be entered each time it is run.</source>
        <translation>
            <numerusform>%n value of the input looks like a secret. It is left out of the test case and has to be entered each time it is run.</numerusform>
            <numerusform>%n values of the input look like a secret. They are left out of the test case and have to be entered each time it is run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolFacts</name>
    <message numerus="yes">
        <source>Used by %n agent(s):</source>
        <translation>
            <numerusform>Used by %n agent:</numerusform>
            <numerusform>Used by %n agents:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolListModel</name>
    <message numerus="yes">
        <source>used by %n agent(s)</source>
        <translation>
            <numerusform>used by %n agent</numerusform>
            <numerusform>used by %n agents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>The last part of a list of tools that is too long to be named whole</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ToolsPage</name>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built in</source>
        <translation>
            <numerusform>%n built in</numerusform>
            <numerusform>%n built in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custom</source>
        <translation>
            <numerusform>%n custom</numerusform>
            <numerusform>%n custom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) use it.</source>
        <translation>
            <numerusform>%n agent uses it.</numerusform>
            <numerusform>%n agents use it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TraceWindow</name>
    <message numerus="yes">
        <source>%n events, in the order the server sent them.</source>
        <translation>
            <numerusform>%n event, as the server sent it.</numerusform>
            <numerusform>%n events, in the order the server sent them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TranscriptModel</name>
    <message numerus="yes">
        <source>%1. %n warnings: %2</source>
        <extracomment>A message as it is read aloud, and what went wrong on the way</extracomment>
        <translation>
            <numerusform>%1. %n warning: %2</numerusform>
            <numerusform>%1. %n warnings: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <comment>of a message</comment>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools used</source>
        <comment>for an answer</comment>
        <translation>
            <numerusform>%n tool used</numerusform>
            <numerusform>%n tools used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <comment>of an answer</comment>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TranscriptView</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages selected</source>
        <translation>
            <numerusform>%n message selected</numerusform>
            <numerusform>%n messages selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages copied</source>
        <translation>
            <numerusform>%n message copied</numerusform>
            <numerusform>%n messages copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TrayIcon</name>
    <message numerus="yes">
        <source>%n answer(s) being written</source>
        <translation>
            <numerusform>%n answer being written</numerusform>
            <numerusform>%n answers being written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) for you</source>
        <translation>
            <numerusform>%n question for you</numerusform>
            <numerusform>%n questions for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) not seen yet</source>
        <translation>
            <numerusform>%n answer not seen yet</numerusform>
            <numerusform>%n answers not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TurnActions</name>
    <message numerus="yes">
        <source>%n messages copied</source>
        <translation>
            <numerusform>%n message copied</numerusform>
            <numerusform>%n messages copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::TurnTexts</name>
    <message numerus="yes">
        <source>%n tools</source>
        <comment>steps of an answer</comment>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>tools of an answer</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens read</source>
        <translation>
            <numerusform>%Ln token read</numerusform>
            <numerusform>%Ln tokens read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens written</source>
        <translation>
            <numerusform>%Ln token written</numerusform>
            <numerusform>%Ln tokens written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::UserButtons</name>
    <message numerus="yes">
        <source>Used by %n agent(s):</source>
        <translation>
            <numerusform>Used by %n agent:</numerusform>
            <numerusform>Used by %n agents:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::VersionsDialog</name>
    <message numerus="yes">
        <source>Copied. %n secrets were left out.</source>
        <translation>
            <numerusform>Copied. %n secret was left out.</numerusform>
            <numerusform>Copied. %n secrets were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WaitingWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>time that is left</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowFieldsEditor</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowListModel</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <comment>workflow name</comment>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowPort</name>
    <message numerus="yes">
        <source>A name has at most %n letter(s).</source>
        <translation>
            <numerusform>A name has at most %n letter.</numerusform>
            <numerusform>A name has at most %n letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::WorkflowTexts</name>
    <message numerus="yes">
        <source>Object with %n members</source>
        <translation>
            <numerusform>List of %n item</numerusform>
            <numerusform>List of %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of %n items</source>
        <translation>
            <numerusform>List of %n item</numerusform>
            <numerusform>List of %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This server takes at most %n parallel steps.</source>
        <translation>
            <numerusform>This server takes at most %n parallel step.</numerusform>
            <numerusform>This server takes at most %n parallel steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This server takes ids of at most %n characters.</source>
        <translation>
            <numerusform>This server takes ids of at most %n character.</numerusform>
            <numerusform>This server takes ids of at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::YamlReader</name>
    <message numerus="yes">
        <source>This is nested too deep: %n levels are taken.</source>
        <translation>
            <numerusform>This is nested too deep: %n level is taken.</numerusform>
            <numerusform>This is nested too deep: %n levels are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::server::ChatClient</name>
    <message numerus="yes">
        <source>No connection to the language model at %1 within %n second(s).</source>
        <translation>
            <numerusform>No connection to the language model at %1 within %n second.</numerusform>
            <numerusform>No connection to the language model at %1 within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The language model did not begin to answer within %n second(s).</source>
        <translation>
            <numerusform>The language model did not begin to answer within %n second.</numerusform>
            <numerusform>The language model did not begin to answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The language model stopped in the middle of its answer and sent nothing for %n second(s).</source>
        <translation>
            <numerusform>The language model stopped in the middle of its answer and sent nothing for %n second.</numerusform>
            <numerusform>The language model stopped in the middle of its answer and sent nothing for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::server::LocalServer</name>
    <message numerus="yes">
        <source>A title has at most %n characters.</source>
        <translation>
            <numerusform>A title has at most %n character.</numerusform>
            <numerusform>A title has at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A title has between 1 and %n characters.</source>
        <translation>
            <numerusform>A title has between 1 and %n character.</numerusform>
            <numerusform>A title has between 1 and %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A workflow needs a name of at most %n characters.</source>
        <translation>
            <numerusform>A workflow needs a name of at most %n character.</numerusform>
            <numerusform>A workflow needs a name of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tool server did not answer within %n second(s).</source>
        <translation>
            <numerusform>The tool server did not answer within %n second.</numerusform>
            <numerusform>The tool server did not answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tool &quot;%1&quot; is used by %n agent(s).</source>
        <translation>
            <numerusform>The tool &quot;%1&quot; is used by %n agent.</numerusform>
            <numerusform>The tool &quot;%1&quot; is used by %n agents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::server::ModelListClient</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s).</source>
        <translation>
            <numerusform>%1 did not answer within %n second.</numerusform>
            <numerusform>%1 did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::server::ModelTurn</name>
    <message numerus="yes">
        <source>The model called tools %n time(s) in a row without an answer and was stopped.</source>
        <translation>
            <numerusform>The model called a tool without an answer and was stopped.</numerusform>
            <numerusform>The model called tools %n times in a row without an answer and was stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model repeated the same call to %1 %n time(s) and was stopped.</source>
        <translation>
            <numerusform>The model repeated the same call to %1 %n time and was stopped.</numerusform>
            <numerusform>The model repeated the same call to %1 %n times and was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::server::RuleTurn</name>
    <message numerus="yes">
        <source>The search found %n passage(s); the best ones are quoted.</source>
        <translation>
            <numerusform>The search found %n passage; it is quoted.</numerusform>
            <numerusform>The search found %n passages; the best ones are quoted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) in the attached files fit the question best:</source>
        <translation>
            <numerusform>%n passage in the attached files fits the question best:</numerusform>
            <numerusform>%n passages in the attached files fit the question best:</numerusform>
        </translation>
    </message>
</context>
</TS>
