using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Store;

public sealed class ProtectedTextTests : StoreTest
{
    private const string Words = "He said he would wait outside: Gŵyr";

    [Fact]
    public async Task What_was_typed_comes_back_by_subject_and_field_and_an_empty_text_removes_it()
    {
        var subject = Some.Id();
        await Host.WriteAsync(async s =>
        {
            await s.Text.PutAsync(subject, "seen", "first", default);
            await s.Text.PutAsync(subject, "seen", Words, default);
            await s.Text.PutAsync(subject, "tried", "x", default);
            await s.Text.PutAsync(Some.Id(), "seen", "other", default);
        });
        var texts = await Host.ReadAsync(s => s.Text.GetAsync(subject, default));
        Assert.Equal([("seen", Words), ("tried", "x")], texts.Select(t => (t.Key, t.Value)).Order());
        await Host.WriteAsync(async s =>
        {
            await s.Text.PutAsync(subject, "seen", "", default);
            await s.Text.PutAsync(subject, "tried", "", default);
            await s.Text.PutAsync(subject, "never", "", default);
        });
        Assert.False(await Host.ReadAsync(s => s.Text.ExistsAsync(subject, default)));
        Assert.Empty(await Host.ReadAsync(s => s.Text.GetAsync(subject, default)));
    }

    [Fact]
    public async Task What_was_typed_cannot_be_read_in_the_files()
    {
        await Host.WriteAsync(async s =>
        {
            await s.Text.PutAsync(Some.Id(), "seen", Words, default);
            await s.Audit.AppendAsync(new AuditEntry(null, "flag.raise", null, null, Some.Now), default);
        });
        Assert.True(Holds("flag.raise"u8), "The search itself must work.");
        Assert.False(Holds(Encoding.UTF8.GetBytes("wait outside")));
        Assert.False(Holds(Encoding.Unicode.GetBytes("wait outside")));
        Assert.False(Holds(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Words)))));
    }

    [Fact]
    public async Task A_text_longer_than_the_limit_is_refused_and_one_at_the_limit_taken()
    {
        var subject = Some.Id();
        await Host.WriteAsync(s => s.Text.PutAsync(subject, "seen", new string('x', TextVault.Longest), default));
        await Assert.ThrowsAsync<ProtectedTextTooLongException>(
            () => Host.WriteAsync(s => s.Text.PutAsync(subject, "seen", new string('x', TextVault.Longest + 1), default)));
    }

    [Theory]
    [InlineData("UPDATE ProtectedTexts SET Subject = '{1}' WHERE Subject = '{0}'")]
    [InlineData("UPDATE ProtectedTexts SET Field = 'tried', Subject = '{1}' WHERE Subject = '{0}'")]
    [InlineData("UPDATE ProtectedTexts SET Council = 'otherton', Subject = '{1}' WHERE Subject = '{0}'")]
    [InlineData("UPDATE ProtectedTexts SET Subject = '{1}', Cipher = zeroblob(90) WHERE Subject = '{0}'")]
    public async Task A_cipher_that_was_moved_or_changed_does_not_open(string sql)
    {
        Guid mine = Some.Id(), moved = Some.Id();
        await Host.WriteAsync(s => s.Text.PutAsync(mine, "seen", Words, default));
        Assert.Equal(1, Host.Tamper(string.Format(null, sql, Text(mine), Text(moved))));
        var council = sql.Contains("otherton", StringComparison.Ordinal) ? StoreHost.Elsewhere : StoreHost.Here;
        var away = await Assert.ThrowsAsync<StoreAwayException>(() => Host.ReadAsync(council, s => s.Text.GetAsync(moved, default)));
        Assert.Equal("protectedText", away.Code);
    }

    [Fact]
    public async Task With_a_certificate_the_keys_are_wrapped_and_open_again_after_a_restart()
    {
        var folder = StoreHost.NewFolder();
        try
        {
            var certificate = Path.Combine(folder, "wrap.pfx");
            using (var key = RSA.Create(2048))
            {
                var request = new CertificateRequest("CN=wrap", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                using var self = request.CreateSelfSigned(Some.Now, Some.Now.AddYears(5));
                await File.WriteAllBytesAsync(certificate, self.Export(X509ContentType.Pfx));
            }

            var subject = Some.Id();
            await using (var first = await StoreHost.StartAsync(folder, "Production", certificate))
                await first.WriteAsync(s => s.Text.PutAsync(subject, "seen", Words, default));
            var xml = StoreHost.Ask<string>(StoreHost.FileIn(folder), "SELECT Xml FROM ProtectionKeys")!;
            Assert.Contains("encryptedSecret", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
            await using var second = await StoreHost.StartAsync(folder, "Production", certificate);
            Assert.Equal(Words, (await second.ReadAsync(s => s.Text.GetAsync(subject, default)))["seen"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(Guid id) => id.ToString("D").ToUpperInvariant();

    private bool Holds(ReadOnlySpan<byte> bytes)
    {
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(Host.File)!))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            if (copy.ToArray().AsSpan().IndexOf(bytes) >= 0) return true;
        }

        return false;
    }
}
