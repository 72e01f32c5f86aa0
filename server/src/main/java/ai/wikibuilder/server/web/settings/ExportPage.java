package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.api.AccountExport;
import ai.wikibuilder.server.web.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a person, as a file to take along. */
@Controller
final class ExportPage {
  private final AccountExport export;
  private final JsonMapper json;

  ExportPage(AccountExport export, JsonMapper json) {
    this.export = export;
    this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  @GetMapping("/settings/export")
  ResponseEntity<String> download(Frame frame) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ai-wiki-account.json\"")
        .body(json.writeValueAsString(export.of(frame.caller())));
  }
}
