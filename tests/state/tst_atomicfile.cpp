// A file that is written is there whole, or the old one still is: also when the disk is full.
#include "state/atomicfile.h"
#include "state/settings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace desk;

class TestAtomicFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsReplaced();
    void DATA_08_aFullDiskKeepsTheOldFile_data();
    void DATA_08_aFullDiskKeepsTheOldFile();
    void DATA_08_aFailureInTheMiddleIsNotForgotten();
    void whatIsNotCommittedIsGone();
    void aFolderThatIsNotThereIsTold();
    void DATA_09_aFullDiskLosesNoSetting();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

// The kernel writes up to the limit and then fails, as on a disk with that much room.
class RoomOnDisk
{
public:
    explicit RoomOnDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit less{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &less);
    }
    ~RoomOnDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    RoomOnDisk(const RoomOnDisk &) = delete;
    RoomOnDisk &operator=(const RoomOnDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

void TestAtomicFile::aFileIsReplaced()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.txt"_s);
    QVERIFY(AtomicFile::replace(path, "first").has_value());
    QVERIFY(AtomicFile::replace(path, "second").has_value());
    QCOMPARE(contentOf(path), QByteArray("second"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
}

void TestAtomicFile::DATA_08_aFullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {10, 5 * 1024, 20 * 1024, 8 * 1024 * 1024})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestAtomicFile::DATA_08_aFullDiskKeepsTheOldFile()
{
    QFETCH(int, size);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.txt"_s);
    QVERIFY(AtomicFile::replace(path, "old").has_value());
    for (const int room : {0, 1, size / 2, size - 1}) {
        Result<> written;
        {
            const RoomOnDisk full(static_cast<rlim_t>(room));
            written = AtomicFile::replace(path, QByteArray(size, 'x'));
        }
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QVERIFY(written.error().message.contains(u"a.txt"_s));
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"a.txt"_s)); // no leavings either
    }
    QVERIFY(AtomicFile::replace(path, QByteArray(size, 'x')).has_value());
    QCOMPARE(contentOf(path).size(), size);
}

void TestAtomicFile::DATA_08_aFailureInTheMiddleIsNotForgotten()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.txt"_s);
    QVERIFY(AtomicFile::replace(path, "old").has_value());
    AtomicFile file(path);
    QVERIFY(file.open().has_value());
    {
        const RoomOnDisk full(1000);
        QVERIFY(!file.write(QByteArray(100'000, 'x')).has_value());
    }
    (void)file.write("there is room again, and the beginning is missing");
    QVERIFY(!file.commit().has_value());
    QCOMPARE(contentOf(path), QByteArray("old"));
}

void TestAtomicFile::whatIsNotCommittedIsGone()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.txt"_s);
    {
        AtomicFile file(path);
        QVERIFY(file.open().has_value());
        QVERIFY(file.write("half").has_value());
    }
    QVERIFY(QDir(dir.path()).isEmpty());
    AtomicFile closed(path);
    QVERIFY(!closed.commit().has_value());
}

void TestAtomicFile::aFolderThatIsNotThereIsTold()
{
    const Result<> written = AtomicFile::replace(u"/nonexistent/folder/a.txt"_s, "x");
    QCOMPARE(written.error().kind, Error::Kind::Storage);
    QVERIFY(!written.error().nextStep.isEmpty());
}

void TestAtomicFile::DATA_09_aFullDiskLosesNoSetting()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings settings(path);
    settings.set(Settings::Key::Theme, u"dark"_s);
    const QByteArray before = contentOf(path);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
    {
        const RoomOnDisk full(10);
        settings.set(Settings::Key::Language, u"de"_s);
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(settings.text(Settings::Key::Language), u"de"_s);
    settings.set(Settings::Key::WindowPage, u"runs"_s); // there is room again
    const Settings found(path);
    QCOMPARE(found.text(Settings::Key::Language), u"de"_s);
    QCOMPARE(found.text(Settings::Key::Theme), u"dark"_s);
}

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
