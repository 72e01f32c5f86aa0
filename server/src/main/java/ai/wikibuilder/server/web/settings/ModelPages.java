package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Quotes;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own model key in a tenant. It goes in and never comes out. */
@Controller
final class ModelPages {
  private static final String HERE = "/settings/model";
  private static final int KEY_LENGTH_MIN = 8;
  private static final int KEY_LENGTH_MAX = 4_096;
  private static final int NAME_LENGTH_MAX = 100;

  private final Pages pages;
  private final ModelKeys keys;
  private final TenantChoices tenants;
  private final Quotes quotes;

  ModelPages(Pages pages, ModelKeys keys, TenantChoices tenants, Quotes quotes) {
    this.pages = pages;
    this.keys = keys;
    this.tenants = tenants;
    this.quotes = quotes;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String tenant) {
    TenantId shown = tenants.named(frame.caller(), tenant, Role.MEMBER);
    return show(HttpStatus.OK, frame, view(frame, shown, new Typed("", "", "")));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, ModelView view) {
    return pages.show(
        status,
        "settings/model.jte",
        frame.titled(frame.say("settings.model"), Section.SETTINGS),
        view);
  }

  private record Typed(String provider, String model, String cheapModel) {
    static Typed of(Form form) {
      return new Typed(form.value("provider"), form.value("model"), form.value("cheapModel"));
    }
  }

  private ModelView view(Frame frame, TenantId tenant, Typed typed) {
    Caller caller = frame.caller();
    return new ModelView(
        tenant.value(),
        tenants.of(caller, tenant, Role.MEMBER),
        keys.find(tenant, caller.user())
            .map(key ->
                new ModelView.Own(
                    key.provider().key(),
                    key.strong(),
                    key.lastFour(),
                    frame.words().day(key.updatedAt()))),
        quotes.isPossible(new Builds.Asking(tenant, caller.user())),
        providers(),
        typed.provider(),
        List.of(
            Field.text("model", frame.say("model"), typed.model())
                .hinted(frame.say("model.model.hint")),
            Field.text("cheapModel", frame.say("model.cheap"), typed.cheapModel())
                .optional()
                .hinted(frame.say("model.cheap.hint"))));
  }

  private static List<String> providers() {
    return Arrays.stream(Provider.values())
        .filter(provider -> provider.baseUrl().isPresent())
        .map(Provider::key)
        .toList();
  }

  @PostMapping(HERE)
  ResponseEntity<String> put(Frame frame, Form form) {
    Caller caller = frame.caller();
    TenantId tenant = tenants.sent(caller, form, Role.MEMBER);
    return Pages.attempt(
        () -> {
          keys.put(tenant, caller.user(), model(form));
          return Pages.go(HERE + "?tenant=" + tenant, Done.KEY_SAVED);
        },
        refusal ->
            show(refusal.status(), frame.with(refusal), view(frame, tenant, Typed.of(form))));
  }

  private static OwnModel model(Form form) {
    Provider provider = provider(form.value("provider"));
    String key = key(form.value("key"));
    String strong = Input.text("model", form.value("model"), NAME_LENGTH_MAX);
    String cheap =
        form.typed("cheapModel")
            .map(name -> Input.text("cheapModel", name, NAME_LENGTH_MAX))
            .orElse(strong);
    return new OwnModel(provider, key, cheap, strong);
  }

  private static Provider provider(String name) {
    return Provider.ofKey(name)
        .filter(provider -> provider.baseUrl().isPresent())
        .orElseThrow(() -> new InvalidInput("provider: expected one of " + providers()));
  }

  private static String key(String typed) {
    String key = Input.text("key", typed, KEY_LENGTH_MAX);
    if (key.length() < KEY_LENGTH_MIN) {
      throw new InvalidInput("key: expected at least %d characters".formatted(KEY_LENGTH_MIN));
    }
    return key;
  }

  @PostMapping(HERE + "/remove")
  ResponseEntity<String> remove(Frame frame, Form form) {
    TenantId tenant = tenants.sent(frame.caller(), form, Role.MEMBER);
    keys.remove(tenant, frame.caller().user());
    return Pages.go(HERE + "?tenant=" + tenant, Done.KEY_REMOVED);
  }
}
