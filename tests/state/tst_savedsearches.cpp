#include "domain/profile.h"
#include "state/settings.h"
#include "state/settings/savedsearches.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Profile profile(const QString &id)
{
    Profile profile;
    profile.id = id;
    profile.name = u"Team "_s + id;
    return profile;
}

struct Scene {
    QTemporaryDir dir;
    QString path = dir.filePath(u"settings.json"_s);
    Settings settings{path};

    [[nodiscard]] SavedSearches saved(const QString &id = u"p1"_s) { return {settings, profile(id)}; }
    [[nodiscard]] QStringList names(const QString &id = u"p1"_s)
    {
        QStringList names;
        const QList<SavedSearch> all = saved(id).all();
        for (const SavedSearch &search : all)
            names.append(search.name);
        return names;
    }
};

} // namespace

class TestSavedSearches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_40_savedSearchesSurviveARestart();
    void D_40_eachProfileHasItsOwn();
    void D_40_theSameSearchIsSavedOnce();
    void D_40_whatIsDeletedComesBackAsItWas();
    void D_40_whatComesBackGoesToItsProfileBesideWhatIsNew();
    void D_40_namesAreOneLineAndNeverEmpty();
    void D_40_whatANewerVersionWroteIsKept();
    void D_40_damagedEntriesAreLeftOut();
};

void TestSavedSearches::D_40_savedSearchesSurviveARestart()
{
    Scene scene;
    const QString id = scene.saved().save(u"North"_s, u"report north kind:file"_s);
    QVERIFY(!id.isEmpty());
    (void)scene.saved().save({}, u"agent:table before:2026-05"_s);
    QCOMPARE(scene.names(), (QStringList{u"agent:table before:2026-05"_s, u"North"_s}));
    Settings again(scene.path);
    const SavedSearches read(again, profile(u"p1"_s));
    QVERIFY(read.find(id));
    QCOMPARE(read.find(id)->text, u"report north kind:file"_s);
    QFile file(scene.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"version\"")); // of the searches, beside the file's own
}

void TestSavedSearches::D_40_eachProfileHasItsOwn()
{
    Scene scene;
    (void)scene.saved(u"p1"_s).save(u"Mine"_s, u"one"_s);
    (void)scene.saved(u"p2"_s).save(u"Other"_s, u"two"_s);
    QCOMPARE(scene.names(u"p1"_s), QStringList{u"Mine"_s});
    QCOMPARE(scene.names(u"p2"_s), QStringList{u"Other"_s});
    const QString other = scene.saved(u"p2"_s).all().constFirst().id;
    QVERIFY(!scene.saved(u"p1"_s).remove(other));
    QVERIFY(!scene.saved(u"p1"_s).rename(other, u"Taken"_s));
}

void TestSavedSearches::D_40_theSameSearchIsSavedOnce()
{
    Scene scene;
    const QString first = scene.saved().save(u"North"_s, u"report north"_s);
    QCOMPARE(scene.saved().save(u"Again"_s, u"  report   north "_s), first);
    QCOMPARE(scene.names(), QStringList{u"North"_s});
    SavedSearches many = scene.saved();
    for (qsizetype i = many.all().size(); i < SavedSearches::most; ++i)
        QVERIFY(!many.save({}, u"search number %1"_s.arg(i)).isEmpty());
    QVERIFY(!many.canSave());
    QVERIFY(many.save({}, u"one too many"_s).isEmpty());
    QCOMPARE(scene.saved().all().size(), SavedSearches::most);
}

void TestSavedSearches::D_40_whatIsDeletedComesBackAsItWas()
{
    Scene scene;
    const QString id = scene.saved().save(u"North"_s, u"report north"_s);
    QVERIFY(scene.saved().rename(id, u"The north"_s));
    const std::optional<SavedSearch> gone = scene.saved().remove(id);
    QVERIFY(gone);
    QCOMPARE(scene.names(), QStringList());
    scene.saved().restore(*gone);
    scene.saved().restore(*gone); // pressed twice
    QCOMPARE(scene.saved().all(), (QList<SavedSearch>{{id, u"The north"_s, u"report north"_s}}));
}

void TestSavedSearches::D_40_whatComesBackGoesToItsProfileBesideWhatIsNew()
{
    Scene scene;
    const QString id = scene.saved().save(u"North"_s, u"report north"_s);
    SavedSearches then = scene.saved();
    const std::optional<SavedSearch> gone = then.remove(id);
    QVERIFY(gone);
    (void)scene.saved().save(u"South"_s, u"report south"_s);
    (void)scene.saved(u"p2"_s).save(u"Other"_s, u"two"_s);
    then.restore(*gone);
    QCOMPARE(scene.names(), (QStringList{u"North"_s, u"South"_s}));
    QCOMPARE(scene.names(u"p2"_s), QStringList{u"Other"_s});
    QVERIFY(then.remove(id));
    const QString again = scene.saved().save(u"North again"_s, u"report north"_s);
    then.restore(*gone); // it is there already, under another name
    QCOMPARE(scene.names(), (QStringList{u"North again"_s, u"South"_s}));
    QVERIFY(scene.saved().find(again));
}

void TestSavedSearches::D_40_namesAreOneLineAndNeverEmpty()
{
    Scene scene;
    const QString id = scene.saved().save(u" a\nname\x07 with  signs "_s, u"x"_s);
    QCOMPARE(scene.names(), QStringList{u"a name with signs"_s});
    QVERIFY(!scene.saved().rename(id, u" \n "_s));
    QCOMPARE(scene.names(), QStringList{u"a name with signs"_s});
    QVERIFY(scene.saved().rename(id, QString(5000, u'n')));
    QCOMPARE(scene.names().constFirst().size(), SavedSearches::longestName);
    QVERIFY(scene.saved().save(u"Nothing"_s, u"  "_s).isEmpty());
    QVERIFY(scene.saved().rename(id, u"\u05e9\u05dc\u05d5\u05dd"_s)); // right to left
    QCOMPARE(scene.names(), QStringList{u"\u05e9\u05dc\u05d5\u05dd"_s});
}

void TestSavedSearches::D_40_whatANewerVersionWroteIsKept()
{
    Scene scene;
    const QVariantMap newer{{u"version"_s, 2}, {u"searches"_s, QVariantList{QVariantMap{{u"query"_s, u"other"_s}}}}};
    scene.settings.set(Settings::Key::SavedSearches, QVariantMap{{u"p1"_s, newer}});
    SavedSearches saved = scene.saved();
    QVERIFY(!saved.canSave());
    QVERIFY(saved.save(u"North"_s, u"report"_s).isEmpty());
    (void)scene.saved(u"p2"_s).save(u"Beside"_s, u"it"_s);
    QCOMPARE(scene.settings.value(Settings::Key::SavedSearches).toMap().value(u"p1"_s).toMap(), newer);
}

void TestSavedSearches::D_40_damagedEntriesAreLeftOut()
{
    Scene scene;
    const QVariantMap good{{u"id"_s, u"a"_s}, {u"name"_s, u"Good"_s}, {u"text"_s, u"good"_s}};
    const QVariantList rows{7, QVariantMap{{u"id"_s, u"b"_s}}, good,
                            QVariantMap{{u"id"_s, u"a"_s}, {u"name"_s, u"Twice"_s}, {u"text"_s, u"twice"_s}},
                            QVariantMap{{u"name"_s, u"No id"_s}, {u"text"_s, u"x"_s}}};
    scene.settings.set(Settings::Key::SavedSearches, QVariantMap{{u"p1"_s, QVariantMap{{u"version"_s, 1}, {u"searches"_s, rows}}}});
    QCOMPARE(scene.names(), QStringList{u"Good"_s});
}

QTEST_GUILESS_MAIN(TestSavedSearches)
#include "tst_savedsearches.moc"
