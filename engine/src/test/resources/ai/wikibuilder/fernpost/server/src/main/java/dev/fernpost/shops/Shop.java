package dev.fernpost.shops;

@@12 public record Shop(long id, String name, String mail) {

@@68 }
