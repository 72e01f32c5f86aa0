package dev.fernpost;

import dev.fernpost.store.Migrations;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
@@15 @SpringBootApplication
@EnableScheduling
public class Fernpost {

  private Fernpost() {}

  public static void main(String[] args) {
    Migrations.run(System.getenv());
    SpringApplication.run(Fernpost.class, args);
  }
@@38 }
