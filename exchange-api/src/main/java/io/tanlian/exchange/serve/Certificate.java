package io.tanlian.exchange.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate a node shows, as PEM files.
 *
 * @param files where the certificate chain and its key lie
 * @param fingerprint {@code sha256:} and the lower-case hex SHA-256 of the leaf's DER bytes, for
 *     clients that pin it
 */
record Certificate(ServeSettings.CertificateFiles files, String fingerprint) {

  private static final Duration VALIDITY = Duration.ofDays(825);
  private static final int SERIAL_NUMBER_BITS = 128;

  static Certificate of(ServeSettings.CertificateFiles files) throws StartRefused {
    try (InputStream in = Files.newInputStream(files.certificate())) {
      var leaf = CertificateFactory.getInstance("X.509").generateCertificate(in);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
      return new Certificate(files, "sha256:" + HexFormat.of().formatHex(digest));
    } catch (IOException | GeneralSecurityException e) {
      throw new StartRefused(
          "The certificate "
              + files.certificate()
              + " cannot be read as PEM ("
              + e.getMessage()
              + "). Name a readable X.509 certificate with --tls-certificate.",
          e);
    }
  }

  /** The self-signed certificate kept in {@code secrets}, made there at the first start. */
  static Certificate selfSigned(Path secrets, String host) throws IOException, StartRefused {
    var files =
        new ServeSettings.CertificateFiles(
            secrets.resolve("tls-certificate.pem"), secrets.resolve("tls-key.pem"));
    if (!Files.exists(files.certificate())) {
      try {
        create(files, host);
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new StartRefused("This JDK could not make a self-signed certificate.", e);
      }
    }
    return of(files);
  }

  private static void create(ServeSettings.CertificateFiles files, String host)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    var name = new X500Name("CN=" + host + ",O=Tanlian (self-signed)");
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_NUMBER_BITS, new SecureRandom()),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(VALIDITY)),
            name,
            keys.getPublic());
    builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(host));
    X509CertificateHolder certificate =
        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    PrivateFiles.write(
        files.privateKey(), pem(new JcaPKCS8Generator(keys.getPrivate(), null).generate()));
    PrivateFiles.write(files.certificate(), pem(certificate));
  }

  /**
   * The names the certificate is for.
   *
   * @param host of a URI: an IPv6 address is in brackets (RFC 3986, 3.2.2)
   */
  static GeneralNames alternativeNames(String host) {
    Set<GeneralName> names = new LinkedHashSet<>();
    boolean numeric = host.startsWith("[") || host.matches("[0-9.]+");
    names.add(
        numeric
            ? new GeneralName(GeneralName.iPAddress, host.replaceAll("[\\[\\]]", ""))
            : new GeneralName(GeneralName.dNSName, host));
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static String pem(Object object) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
