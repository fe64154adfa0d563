# SPDX-License-Identifier: Apache-2.0
# The check of the catalogue (texts.cmake) can fail: given one with a text that is unfinished, empty, missing or no
# longer in the sources, it names the text.
file(READ "${ROOT}/qml/i18n/fayi_zh_CN.ts" whole)
if(NOT whole MATCHES "    <message>\n        <source>Back</source>\n        <translation>([^<]+)</translation>\n    </message>\n")
  message(FATAL_ERROR "the catalogue does not have “Back”, which is broken here")
endif()
set(entry "${CMAKE_MATCH_0}")
set(translation "<translation>${CMAKE_MATCH_1}</translation>")

# Replaces the entry of “Back” in a copy, and expects that the check fails with these words.
function(expect_caught name broken words)
  string(REPLACE "${entry}" "${broken}" text "${whole}")
  file(WRITE "${COPY}/${name}.ts" "${text}")
  execute_process(COMMAND ${CMAKE_COMMAND} -DLUPDATE=${LUPDATE} -DROOT=${ROOT} -DCATALOGUE=${COPY}/${name}.ts
    -DCOPY=${COPY}/${name}-updated.ts -P ${CMAKE_CURRENT_LIST_DIR}/texts.cmake
    RESULT_VARIABLE result ERROR_VARIABLE complaint)
  if(result EQUAL 0)
    message(SEND_ERROR "a catalogue with a text that is ${name} passes")
  elseif(NOT complaint MATCHES "${words}")
    message(SEND_ERROR "${name}: expected “${words}”, got ${complaint}")
  endif()
endfunction()

string(REPLACE "<translation>" "<translation type=\"unfinished\">" unfinished "${entry}")
expect_caught(unfinished "${unfinished}" "<source>Back</source>[^<]*<translation type=\"unfinished\"")
string(REPLACE "${translation}" "<translation></translation>" empty "${entry}")
expect_caught(empty "${empty}" "empty translations")
expect_caught(missing "" "<source>Back</source>[^<]*<translation type=\"unfinished\"")
string(REPLACE ">Back<" ">Back to where one was<" stale "${entry}")
expect_caught(stale "${entry}${stale}" "<source>Back to where one was</source>[^<]*<translation type=\"(vanished|obsolete)\"")

# As it is, it passes: what is caught above is what was broken.
execute_process(COMMAND ${CMAKE_COMMAND} -DLUPDATE=${LUPDATE} -DROOT=${ROOT} -DCOPY=${COPY}/whole-updated.ts
  -P ${CMAKE_CURRENT_LIST_DIR}/texts.cmake RESULT_VARIABLE result ERROR_VARIABLE complaint)
if(NOT result EQUAL 0)
  message(SEND_ERROR "${complaint}")
endif()
