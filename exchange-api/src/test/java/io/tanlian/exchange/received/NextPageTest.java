package io.tanlian.exchange.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
  private static final URI PAGE = URI.create("https://host.example/3/footprints?limit=2");
  private static final URI NEXT = URI.create("https://host.example/3/footprints?after=2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://host.example/3/footprints?after=2>; rel=\"next\"",
        "<https://host.example/3/footprints?after=2>;rel=next",
        "<https://host.example/3/footprints?after=2>; title=\"more\"; REL=\"last next\"",
        "<https://host.example/x>; rel=\"prev\", <https://host.example/3/footprints?after=2>; rel=\"next\"",
        "</3/footprints?after=2>; rel=\"next\""
      })
  void the_next_page_is_found_however_it_is_spelt(String header) {
    assertThat(NextPage.of(List.of(header), PAGE)).contains(NEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "<https://host.example/x>",
        "<https://host.example/x>; rel=\"prev\"",
        "<https://host.example/x>; rel=\"nextish\"",
        "<a b>; rel=\"next\"",
        "<https://host.example/\u0000>; rel=next",
        "<http://[>; rel=\"next\""
      })
  void what_is_no_link_to_it_ends_the_list(String header) {
    assertThat(NextPage.of(List.of(header), PAGE)).isEmpty();
  }

  @Test
  void the_first_of_several_headers_counts() {
    assertThat(
            NextPage.of(
                List.of("<https://host.example/x>; rel=\"first\"", "<" + NEXT + ">; rel=\"next\""),
                PAGE))
        .contains(NEXT);
  }
}
