package dev.fernpost.notify;

import org.springframework.stereotype.Component;
@@20 @Component
public class WebhookSender {

@@47   public void send(Subscription to, Template template) {
    String body = template.text();
@@117   }
@@158 }
