package io.tanlian.contracts.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCharacterTest {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T", "91350900587527783P"})
  void a_credit_code_with_one_wrong_character_is_refused(String code) {
    assertThat(new Uscc(code).value()).isEqualTo("urn:uscc:" + code);
    assertEverySubstitutionRefused(code, DIGITS + LETTERS, Uscc::new);
  }

  @Test
  void a_credit_code_with_two_neighbours_swapped_is_refused() {
    String code = "91350100M000100Y43";
    for (int i = 0; i < 17; i++) {
      String swapped =
          code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
      if (!swapped.equals(code)) {
        assertThatIllegalArgumentException().as(swapped).isThrownBy(() -> new Uscc(swapped));
      }
    }
  }

  @Test
  void the_refusal_of_a_credit_code_says_what_was_computed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uscc("91350100M000100Y44"))
        .withMessageContaining("is 4, computed 3 (GB 32100-2015)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"506700GE1G29325QX363", "7LTWFZYICNSX8D621K86", "HWUPKR0MPOU8FGXBT394"})
  void a_legal_entity_identifier_with_a_digit_or_letter_taken_for_another_is_refused(String code) {
    assertThat(new Lei(code).value()).isEqualTo("urn:lei:" + code);
    for (int i = 0; i < code.length(); i++) {
      String kind = Character.isDigit(code.charAt(i)) ? DIGITS : LETTERS;
      assertSubstitutionsRefused(code, i, kind, Lei::new);
    }
  }

  @Test
  void a_digit_taken_for_a_letter_is_missed_in_less_than_one_of_fifty_cases() {
    String code = "506700GE1G29325QX363";
    int tried = 0;
    int missed = 0;
    for (int i = 0; i < 18; i++) {
      String otherKind = Character.isDigit(code.charAt(i)) ? LETTERS : DIGITS;
      for (int wrong = 0; wrong < otherKind.length(); wrong++) {
        tried++;
        missed += accepts(replaced(code, i, otherKind.charAt(wrong))) ? 1 : 0;
      }
    }
    assertThat(missed).isLessThan(tried / 50);
  }

  @Test
  void the_refusal_of_a_legal_entity_identifier_says_what_was_computed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lei("506700GE1G29325QX364"))
        .withMessageContaining("are 64, computed 63 (ISO 7064 MOD 97-10)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4712345060507", "96385074", "036000291452", "10614141000415"})
  void a_gtin_with_one_wrong_digit_is_refused(String digits) {
    assertThatCode(() -> new Gtin(digits)).doesNotThrowAnyException();
    assertEverySubstitutionRefused(digits, DIGITS, Gtin::new);
  }

  @Test
  void the_refusal_of_a_gtin_says_what_was_computed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gtin("5695872369587"))
        .withMessageContaining("is 7, computed 1");
  }

  private static boolean accepts(String code) {
    try {
      new Lei(code);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static void assertEverySubstitutionRefused(
      String code, String alphabet, Consumer<String> construct) {
    for (int i = 0; i < code.length(); i++) {
      assertSubstitutionsRefused(code, i, alphabet, construct);
    }
  }

  private static void assertSubstitutionsRefused(
      String code, int at, String alphabet, Consumer<String> construct) {
    for (int i = 0; i < alphabet.length(); i++) {
      char wrong = alphabet.charAt(i);
      if (wrong != code.charAt(at)) {
        String mistyped = replaced(code, at, wrong);
        assertThatIllegalArgumentException()
            .as(mistyped)
            .isThrownBy(() -> construct.accept(mistyped));
      }
    }
  }

  private static String replaced(String code, int at, char by) {
    return code.substring(0, at) + by + code.substring(at + 1);
  }
}
