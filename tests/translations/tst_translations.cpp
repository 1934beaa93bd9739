#include "i18n.h"
#include "translations/catalogue.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

static const QString folder = QStringLiteral(DESK_TRANSLATIONS);

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlaceholders();
    void germanAndEnglishAreCompiledIn();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersSurvive();
    void shortcutsAndEndingsSurvive();
    void germanIsInstalledForAGermanLocale();
    void anUnknownLanguageGetsEnglishPlurals();

private:
    void uninstallAll();
};

static QByteArray told(const CatalogueEntry &entry, const QString &translation)
{
    return (entry.context + u": \""_s + entry.source + u"\" -> \""_s + translation + u'"').toUtf8();
}

void TestTranslations::readsPlaceholders()
{
    QCOMPARE(placeholders(u"%2 of %1, %n, %Ln, 50 % done"_s), (QStringList{u"%1"_s, u"%2"_s, u"%Ln"_s, u"%n"_s}));
    QVERIFY(readCatalogue(folder + u"/none.ts"_s).isEmpty());
}

void TestTranslations::germanAndEnglishAreCompiledIn()
{
    QVERIFY(desk::installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German)));
    QVERIFY(QFile::exists(u":/i18n/desk_de.qm"_s));
    QVERIFY(QFile::exists(u":/i18n/desk_en.qm"_s));
    uninstallAll();
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("German") << u"/desk_de.ts"_s << false;
    QTest::newRow("English") << u"/desk_en.ts"_s << true;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, file);
    QFETCH(bool, pluralsOnly);
    const QList<CatalogueEntry> entries = readCatalogue(folder + file);
    QVERIFY(!entries.isEmpty());
    for (const CatalogueEntry &entry : entries) {
        QVERIFY2(entry.plural || !pluralsOnly, told(entry, QString()).constData());
        QCOMPARE(entry.translations.size(), entry.plural ? 2 : 1);
        for (const QString &translation : entry.translations)
            QVERIFY2(!translation.trimmed().isEmpty(), told(entry, translation).constData());
    }
}

void TestTranslations::placeholdersSurvive()
{
    for (const QString &file : {u"/desk_de.ts"_s, u"/desk_en.ts"_s}) {
        for (const CatalogueEntry &entry : readCatalogue(folder + file)) {
            for (qsizetype form = 0; form < entry.translations.size(); ++form) {
                QStringList wanted = placeholders(entry.source);
                const QStringList found = placeholders(entry.translations[form]);
                if (entry.plural && form == 0 && !found.contains(u"%n"_s)) // "one file" may say its number in words
                    wanted.removeAll(u"%n"_s);
                QVERIFY2(found == wanted, told(entry, entry.translations[form]).constData());
            }
        }
    }
}

void TestTranslations::shortcutsAndEndingsSurvive()
{
    for (const CatalogueEntry &entry : readCatalogue(folder + u"/desk_de.ts"_s)) {
        const QString plain = QString(entry.source).remove(u"&&"_s);
        for (const QString &translation : entry.translations) {
            QVERIFY2(QString(translation).remove(u"&&"_s).count(u'&') == plain.count(u'&'), told(entry, translation).constData());
            for (const QString &ending : {u"…"_s, u":"_s, u"?"_s, u"\n"_s, u" "_s})
                QVERIFY2(entry.source.endsWith(ending) == translation.endsWith(ending), told(entry, translation).constData());
            QVERIFY2(entry.source.startsWith(u' ') == translation.startsWith(u' '), told(entry, translation).constData());
        }
    }
}

void TestTranslations::germanIsInstalledForAGermanLocale()
{
    const QList<CatalogueEntry> entries = readCatalogue(folder + u"/desk_de.ts"_s);
    QVERIFY(desk::installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German, QLocale::Austria)));
    int checked = 0;
    for (const CatalogueEntry &entry : entries) {
        if (entry.plural)
            continue;
        const QByteArray comment = entry.comment.toUtf8();
        const QString shown = QCoreApplication::translate(entry.context.toUtf8().constData(), entry.source.toUtf8().constData(),
                                                          comment.isEmpty() ? nullptr : comment.constData());
        QCOMPARE(shown, entry.translations.constFirst());
        ++checked;
    }
    QVERIFY(checked > 0);
    uninstallAll();
}

void TestTranslations::anUnknownLanguageGetsEnglishPlurals()
{
    const QList<CatalogueEntry> entries = readCatalogue(folder + u"/desk_en.ts"_s);
    QVERIFY(!entries.isEmpty());
    QVERIFY(desk::installTranslations(*QCoreApplication::instance(), QLocale(QLocale::Finnish)));
    const CatalogueEntry &entry = entries.constFirst();
    const QByteArray comment = entry.comment.toUtf8();
    for (int n : {1, 5}) {
        const QString shown = QCoreApplication::translate(entry.context.toUtf8().constData(), entry.source.toUtf8().constData(),
                                                          comment.isEmpty() ? nullptr : comment.constData(), n);
        QCOMPARE(shown, QString(entry.translations[n == 1 ? 0 : 1]).replace(u"%n"_s, QString::number(n)));
    }
    uninstallAll();
}

void TestTranslations::uninstallAll()
{
    const QList<QTranslator *> translators = QCoreApplication::instance()->findChildren<QTranslator *>();
    qDeleteAll(translators);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
