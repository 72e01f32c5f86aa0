package dev.fernpost.notify;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
@@20 @Component
public class MailSender {

@@33   @Value("${fernpost.mail.from}") private String from;

@@40   public void send(Subscription to, Template template) {
    String text = template.text();
@@88   }
@@131 }
