package io.tanlian.exchange.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.problem.ProblemDocument;
import io.tanlian.exchange.witness.Cosignatures;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.TileContent;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.note.SignedNote;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoint, tiles and entry bundles, by the paths of C2SP tlog-tiles. */
@RestController
@Tag(name = "Log")
final class LogController {

  private static final MediaType UTF8_TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final Duration CHECKPOINT_CACHE = Duration.ofSeconds(1);
  private static final Duration TILE_CACHE = Duration.ofDays(365);

  private final Ledger ledger;
  private final Cosignatures cosignatures;
  private final Node node;

  LogController(Ledger ledger, Cosignatures cosignatures, Node node) {
    this.ledger = ledger;
    this.cosignatures = cosignatures;
    this.node = node;
  }

  /** The newest signed tree head, with what witnesses said of that very one so far. */
  @Operation(
      summary = "Read the newest signed tree head (C2SP tlog-checkpoint)",
      description = "Lines of witnesses that cosigned this very size so far follow the log's own.")
  @ApiResponse(
      responseCode = "200",
      description = "A signed note",
      content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
  @GetMapping("/checkpoint")
  ResponseEntity<?> checkpoint() {
    return ledger
        .latestCheckpoint()
        .<ResponseEntity<?>>map(note -> answer(cosignatures.under(note)))
        .orElseGet(() -> notFound("The ledger is still empty.", "Try again in a moment."));
  }

  /** The newest tree head that enough witnesses cosigned; it lags behind the newest one. */
  @Operation(
      summary = "Read the newest tree head that a quorum of witnesses cosigned",
      description =
          "A signed note with cosignatures (C2SP tlog-cosignature). 404 while there is none.")
  @ApiResponse(
      responseCode = "200",
      description = "A signed note",
      content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
  @GetMapping("/checkpoint/witnessed")
  ResponseEntity<?> witnessed() {
    return cosignatures
        .newestWitnessed()
        .<ResponseEntity<?>>map(LogController::answer)
        .orElseGet(() ->
            notFound(
                "No checkpoint of this log has enough cosignatures of witnesses yet.",
                "Read /checkpoint, or try again later."));
  }

  private static ResponseEntity<String> answer(SignedNote checkpoint) {
    return ResponseEntity.ok()
        .contentType(UTF8_TEXT)
        .cacheControl(CacheControl.maxAge(CHECKPOINT_CACHE))
        .body(checkpoint.format());
  }

  /** A tile of hashes, or an entry bundle under {@code entries}. */
  @Operation(summary = "Read a tile of hashes (C2SP tlog-tiles)")
  @ApiResponse(
      responseCode = "200",
      description = "The bytes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/tile/**")
  ResponseEntity<?> tile(HttpServletRequest request) {
    TilePath path;
    try {
      path = TilePath.parse(request.getRequestURI().substring(1));
    } catch (MalformedException malformed) {
      return ProblemDocument.of(
              List.of(
                  Problem.of(
                      ProblemCode.REQUEST_INVALID,
                      "This is no tile's path: " + malformed.getMessage() + ".",
                      "Build the path as C2SP tlog-tiles says.")))
          .answer();
    }
    return switch (ledger.tile(path)) {
      case TileContent.Found found ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_OCTET_STREAM)
              .cacheControl(CacheControl.maxAge(TILE_CACHE).cachePrivate().immutable())
              .body(found.bytes());
      case TileContent.NotPublished() ->
          notFound(
              "No checkpoint of this log covers " + path.format() + ".",
              "Read /checkpoint and ask for tiles within its size.");
      case TileContent.Corrupt(long index, String words) ->
          ProblemDocument.of(
                  List.of(
                      Problem.of(
                          ProblemCode.LEDGER_CORRUPT,
                          "The stored entry " + index + " is damaged: " + words + ".",
                          "Tell the operator and keep your copies of this log.")))
              .at(index)
              .answer();
    };
  }

  /** What the log calls itself; a client pins its own copy of the key. */
  @Operation(summary = "Read the log's name and key, to compare with your own copy")
  @GetMapping("/v1/log")
  LogIdentity log() {
    return new LogIdentity(node.origin(), node.logKey().verifierKey().format());
  }

  record LogIdentity(String origin, String verifierKey) {}

  private static ResponseEntity<ProblemDocument> notFound(String detail, String remedy) {
    return ProblemDocument.of(List.of(Problem.of(ProblemCode.REQUEST_NOT_FOUND, detail, remedy)))
        .answer();
  }
}
