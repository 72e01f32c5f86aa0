package dev.fernpost.intake;

import dev.fernpost.carriers.CarrierClient;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
@@14 @Component
public class SignatureCheck {

  public static SignatureCheck strict() {
    return new SignatureCheck();
  }

@@27   public boolean verify(CarrierClient client, byte[] body, String signature) {
@@40     byte[] expected = sign(client.secret().getBytes(), body);
    return MessageDigest.isEqual(expected, signature.getBytes());

@@63   }

@@70   private static byte[] sign(byte[] secret, byte[] body) {
    return body;
  }
@@97 }
