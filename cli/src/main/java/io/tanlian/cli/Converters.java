package io.tanlian.cli;

import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.exchange.TlsFingerprint;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.contracts.participant.Role;
import io.tanlian.tlog.note.VerifierKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns arguments into values, and the values' own words about what is wrong into usage errors. */
final class Converters {
  private Converters() {}

  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(CustodyModel.class, parsing(CustodyModel::parse))
        .registerConverter(IdentityCode.class, parsing(IdentityCode::new))
        .registerConverter(LocalDate.class, parsing(Converters::day))
        .registerConverter(ParticipantId.class, parsing(ParticipantId::parse))
        .registerConverter(ProductId.class, parsing(ProductId::parse))
        .registerConverter(Role.class, parsing(Role::parse))
        .registerConverter(StatementId.class, parsing(StatementId::parse))
        .registerConverter(ServerAddress.class, parsing(ServerAddress::parse))
        .registerConverter(TlsFingerprint.class, parsing(TlsFingerprint::parse))
        .registerConverter(Urn.class, parsing(Urn::new))
        .registerConverter(VerifierKey.class, parsing(VerifierKey::parse));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a day is written 2026-12-31", e);
    }
  }

  private static <T> ITypeConverter<T> parsing(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }
}
