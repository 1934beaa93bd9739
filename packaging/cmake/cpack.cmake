# install() is the single truth of what is shipped; CPack packs exactly that.
include(GNUInstallDirs)
set(linux_files ${CMAKE_SOURCE_DIR}/packaging/linux)
set(desk_app_id agentdesk)

foreach(program IN ITEMS agentdesk agentdesk-localserver)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} BUNDLE DESTINATION .)
    endif()
endforeach()

if(UNIX AND NOT APPLE)
    set(doc_dir ${CMAKE_INSTALL_DATADIR}/doc/agentdesk)
    install(FILES ${linux_files}/${desk_app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${linux_files}/${desk_app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/agentdesk.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${desk_app_id}.svg)
    install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${doc_dir})

    # desk_install_gzip(<file> <name without .gz> <folder>): packed without name and time, so that builds can be compared.
    find_program(DESK_GZIP gzip REQUIRED)
    function(desk_install_gzip source name folder)
        set(packed ${CMAKE_BINARY_DIR}/packaging/${name}.gz)
        execute_process(COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/packaging)
        execute_process(COMMAND ${DESK_GZIP} -9nc ${source} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
        install(FILES ${packed} DESTINATION ${folder})
    endfunction()
    desk_install_gzip(${CMAKE_SOURCE_DIR}/packaging/man/agentdesk.1 agentdesk.1 ${CMAKE_INSTALL_MANDIR}/man1)
    desk_install_gzip(${CMAKE_SOURCE_DIR}/packaging/man/agentdesk-localserver.1 agentdesk-localserver.1 ${CMAKE_INSTALL_MANDIR}/man1)
    desk_install_gzip(${CMAKE_SOURCE_DIR}/packaging/debian/changelog changelog ${doc_dir})
endif()

# cpack installs what "make package" has built; it must not build the tests as well.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)

set(CPACK_PACKAGE_NAME agentdesk)
set(CPACK_PACKAGE_VENDOR "Agent Desk contributors")
set(CPACK_PACKAGE_CONTACT "Agent Desk contributors <maintainers@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "native desktop for teams that run AI agents")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "Agent Desk")
set(CPACK_PACKAGE_EXECUTABLES agentdesk "Agent Desk")
set(CPACK_STRIP_FILES TRUE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# What dpkg-shlibdeps cannot see: plugins, libraries opened at run time, Qt's own translations, a font.
string(JOIN ", " CPACK_DEBIAN_PACKAGE_DEPENDS
    libqt6svg6 qt6-qpa-plugins libsecret-1-0 libssl3 qt6-translations-l10n "fonts-dejavu-core | fonts-noto-core | fonts-liberation")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland, ca-certificates, hunspell-en-us | hunspell-dictionary")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-color-emoji")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Agent Desk talks to AI agents on a team's own agent server, or on the small
server it brings along, which keeps everything on this computer.
.
Answers stream in with their sources, the tools that were used and the
reasoning; runs and workflows can be watched live. Without a language model
the local server's built-in engine searches attached documents, answers
questions on tables by SQL and computes. With one, any endpoint that speaks
the chat-completions protocol can be used.
.
The command \"agentdesk --ask\" does the same without a window.")

if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_NSIS_DISPLAY_NAME "Agent Desk")
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_INSTALLED_ICON_NAME bin/agentdesk.exe)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_DMG_VOLUME_NAME "Agent Desk")
else()
    set(CPACK_GENERATOR DEB)
endif()
if((WIN32 OR APPLE) AND TARGET agentdesk)
    # Qt's libraries and plugins beside the program; the tool comes with the Qt that built us.
    get_target_property(qmake_path Qt6::qmake IMPORTED_LOCATION)
    get_filename_component(qt_tools ${qmake_path} DIRECTORY)
    if(WIN32)
        find_program(DESK_DEPLOY windeployqt HINTS ${qt_tools})
        set(deploy_arguments "bin/agentdesk.exe\" \"\${CMAKE_INSTALL_PREFIX}/bin/agentdesk-localserver.exe")
    else()
        find_program(DESK_DEPLOY macdeployqt HINTS ${qt_tools})
        set(deploy_arguments "agentdesk.app")
    endif()
    if(DESK_DEPLOY)
        install(CODE "execute_process(COMMAND \"${DESK_DEPLOY}\" \"\${CMAKE_INSTALL_PREFIX}/${deploy_arguments}\" COMMAND_ERROR_IS_FATAL ANY)")
    endif()
endif()
include(CPack)
