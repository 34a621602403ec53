// Hands the signed parameters to the app that shows this page. Whatever it answers, what was paid is told by the return page, not by this.
const button = document.querySelector("[data-pay]");

const pay = () => {
  button.disabled = true;
  window.WeixinJSBridge.invoke("getBrandWCPayRequest", JSON.parse(button.dataset.pay), answer => {
    button.disabled = false;
    if (answer.err_msg === "get_brand_wcpay_request:ok") location.assign(button.dataset.return);
  });
};

button?.addEventListener("click", () => {
  if (window.WeixinJSBridge) pay();
  else document.addEventListener("WeixinJSBridgeReady", pay, { once: true });
});
